package org.vigie.store;

import io.questdb.cutlass.http.HttpAuthenticator;
import io.questdb.cutlass.http.HttpConstants;
import io.questdb.cutlass.http.HttpRequestHeader;
import io.questdb.std.str.DirectUtf8Sequence;
import io.questdb.std.str.Utf8s;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/** Identifies the user by the password in each HTTP request. One instance serves one connection. */
final class StorePasswordAuthenticator implements HttpAuthenticator {
    /** Header value to user. */
    private final Map<String, String> users;

    private String user = "";

    StorePasswordAuthenticator(Map<String, String> users) {
        this.users = users;
    }

    @Override
    public boolean authenticate(HttpRequestHeader request) {
        DirectUtf8Sequence header = request.getHeader(HttpConstants.HEADER_AUTHORIZATION);
        user = header == null ? "" : user(Utf8s.toString(header));
        return !user.isEmpty();
    }

    /** Compares in constant time. */
    private String user(String header) {
        byte[] login = header.getBytes(StandardCharsets.UTF_8);
        String found = "";
        for (Map.Entry<String, String> known : users.entrySet()) {
            if (MessageDigest.isEqual(login, known.getKey().getBytes(StandardCharsets.UTF_8))) {
                found = known.getValue();
            }
        }
        return found;
    }

    @Override
    public CharSequence getPrincipal() {
        return user;
    }

    @Override
    public void clear() {
        user = "";
    }
}
