package org.vigie.store;

import io.questdb.FactoryProviderImpl;
import io.questdb.ServerConfiguration;
import io.questdb.cairo.security.AllowAllSecurityContext;
import io.questdb.cairo.security.DenyAllSecurityContext;
import io.questdb.cairo.security.ReadOnlySecurityContext;
import io.questdb.cairo.security.SecurityContextFactory;
import io.questdb.cutlass.http.EmptyHttpSessionStore;
import io.questdb.cutlass.http.HttpAuthenticatorFactory;
import io.questdb.cutlass.http.HttpCookieHandler;
import io.questdb.cutlass.http.HttpSessionStore;
import io.questdb.cutlass.http.RejectProcessorFactory;
import io.questdb.std.Chars;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * Supplies QuestDB with the checks of each request: its origin, its user and the rights of the user. The PostgreSQL wire has the same
 * users.
 */
final class StoreSecurityFactory extends FactoryProviderImpl {
    private final StoreAccount admin;
    private final StoreAccount reader;
    private final StoreRequestGuard guard;
    private final Map<String, String> users;

    StoreSecurityFactory(
            ServerConfiguration configuration, StoreAccount admin, StoreAccount reader, IntSupplier httpPort) {
        super(configuration);
        this.admin = admin;
        this.reader = reader;
        guard = new StoreRequestGuard(httpPort);
        users = Map.of(admin.authorization(), admin.user(), reader.authorization(), reader.user());
    }

    @Override
    public HttpCookieHandler getHttpCookieHandler() {
        return guard;
    }

    @Override
    public HttpSessionStore getHttpSessionStore() {
        return EmptyHttpSessionStore.INSTANCE;
    }

    @Override
    public RejectProcessorFactory getRejectProcessorFactory() {
        return StoreRequestGuard.UnauthenticatedRejection::new;
    }

    @Override
    public HttpAuthenticatorFactory getHttpAuthenticatorFactory() {
        return () -> new StorePasswordAuthenticator(users);
    }

    @Override
    public SecurityContextFactory getSecurityContextFactory() {
        return (principal, wire) -> {
            if (Chars.equals(admin.user(), principal.getPrincipal())) {
                return AllowAllSecurityContext.INSTANCE;
            }
            return Chars.equals(reader.user(), principal.getPrincipal())
                    ? ReadOnlySecurityContext.SETTINGS_READ_ONLY
                    : DenyAllSecurityContext.INSTANCE;
        };
    }
}
