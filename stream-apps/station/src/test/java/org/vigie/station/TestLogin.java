package org.vigie.station;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vigie.access.AccessRole;
import org.vigie.access.AuditTrail;
import org.vigie.access.AuditedAccess;
import org.vigie.access.login.PrivateFile;
import org.vigie.station.login.StationAccessConfig;
import org.vigie.station.login.StationLogin;
import org.vigie.station.login.UserHeadersConfig;

/**
 * Makes a log-in for tests, with users whose PINs are known and a token for each role and unit: {@code nurse-REA}. It records what would go to
 * the audit trail.
 */
public final class TestLogin implements AuditTrail {
    public static final String PIN = "123456";

    private static final String USERS = """
            [{"name": "AB", "role": "nurse", "units": ["*"], "pin": "123456"},
             {"name": "CD", "role": "physician", "units": ["*"], "pin": "123456"},
             {"name": "EF", "role": "charge-nurse", "units": ["*"], "pin": "123456"},
             {"name": "MUR", "role": "wall-screen", "units": ["*"], "pin": "123456"},
             {"name": "GH", "role": "nurse", "units": ["CARDIO"], "pin": "123456"},
             {"name": "IJ", "role": "analyst", "units": ["REA"], "pin": "123456"}]""";

    private final List<AuditedAccess> recorded = new CopyOnWriteArrayList<>();
    private final StationAccessConfig config;
    private final UserHeadersConfig proxy;
    private final Clock clock;
    private final StationLogin login;

    public TestLogin(Clock clock) {
        this(clock, UserHeadersConfig.defaults());
    }

    public TestLogin(Clock clock, UserHeadersConfig proxy) {
        this(StationAccessConfig.in(folder()), clock, proxy);
    }

    /** @param config its directory is filled */
    public TestLogin(StationAccessConfig config, Clock clock, UserHeadersConfig proxy) {
        this.config = config;
        this.proxy = proxy;
        this.clock = clock;
        new PrivateFile(config.file("users.json")).write(USERS);
        for (AccessRole role : AccessRole.values()) {
            for (String unit : List.of("REA", "CARDIO")) {
                token(role.word() + "-" + unit, role, unit);
            }
            token(role.word(), role, "*");
        }
        login = new StationLogin(config, proxy, this, clock);
    }

    private void token(String name, AccessRole role, String units) {
        new PrivateFile(config.file("tokens").resolve(name))
                .write("secret-" + name + " " + role.word() + " " + units + "\n");
    }

    public StationLogin login() {
        return login;
    }

    /** Returns the log-in as a station has it after a restart. */
    public StationLogin restarted() {
        return new StationLogin(config, proxy, this, clock);
    }

    /** Returns the value of the header {@code Authorization} of a token. */
    public static String bearer(String token) {
        return "Bearer secret-" + token;
    }

    /** Returns a request with the token of a role. */
    public static HttpRequest.Builder request(URI address, String token) {
        return HttpRequest.newBuilder(address).header("Authorization", bearer(token));
    }

    public List<AuditedAccess> recorded() {
        return recorded;
    }

    @Override
    public void record(AuditedAccess access) {
        recorded.add(access);
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("vigie-access");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
