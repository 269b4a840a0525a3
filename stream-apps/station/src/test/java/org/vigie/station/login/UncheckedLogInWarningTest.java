package org.vigie.station.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;

class UncheckedLogInWarningTest {
    private final Principal nurse = Principal.of("dupont", AccessRole.NURSE, UnitScope.everyUnit());
    private final UncheckedLogInWarning warning = new UncheckedLogInWarning(Duration.ofHours(12));

    @Test
    void theFirstLogInWithoutARefreshTokenIsWarnedOfWithTheEndOfItsSession() {
        // when, then
        assertThat(warning.of(new ProvidedUser(nurse, "r-1"))).isEmpty();
        assertThat(warning.of(new ProvidedUser(nurse, "")))
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("SESSIONS_UNCHECKED: the provider gave no refresh token")
                        .contains("until PT12H after the log-in", "offline_access", "access.oidc.uncheckedEnd")
                        .doesNotContain("dupont"));
        assertThat(warning.of(new ProvidedUser(nurse, ""))).isEmpty();
    }
}
