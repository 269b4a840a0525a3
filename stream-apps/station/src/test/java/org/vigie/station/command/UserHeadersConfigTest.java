package org.vigie.station.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UserHeadersConfigTest {
    private static final AlertCommandRequest FORM =
            new AlertCommandRequest(null, "s1", "a1", "ACKNOWLEDGE", null, null, null, "AB", "nurse", null);

    @Test
    void withoutALogInTheUserFromThePageCounts() {
        assertThat(UserHeadersConfig.defaults().userOf(header -> null, FORM)).isEqualTo(new StationUser("AB", "nurse"));
    }

    @Test
    void behindALogInOnlyTheUserOfTheLogInCounts() {
        // when
        var users = new UserHeadersConfig("X-User", "X-Role");

        // then
        assertThat(users.userOf(Map.of("X-User", "u-17", "X-Role", "physician")::get, FORM))
                .isEqualTo(new StationUser("u-17", "physician"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> users.userOf(header -> null, FORM))
                .withMessageContaining("by: must be 1 to 64 letters")
                .withMessageContaining("was missing");
    }

    @Test
    void halfALogInIsRefusedAtStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UserHeadersConfig("X-User", ""))
                .withMessageContaining("must be given both or neither");
    }
}
