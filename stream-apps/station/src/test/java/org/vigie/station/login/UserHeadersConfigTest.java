package org.vigie.station.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;

class UserHeadersConfigTest {
    private final UserHeadersConfig users = new UserHeadersConfig("X-User", "X-Role");

    @Test
    void theProxyNamesTheUserAndTheRole() {
        assertThat(users.principal(Map.of("X-User", "u-17", "X-Role", "physician")::get))
                .contains(Principal.of("u-17", AccessRole.PHYSICIAN, UnitScope.everyUnit()));
    }

    @Test
    void aMissingNameAndARoleThatNobodyKnowsNameNoUser() {
        assertThat(users.principal(Map.of("X-Role", "physician")::get)).isEmpty();
        assertThat(users.principal(Map.of("X-User", "u-17")::get)).isEmpty();
        assertThat(users.principal(Map.of("X-User", "u-17", "X-Role", "root")::get))
                .isEmpty();
        assertThat(users.principal(Map.of("X-User", "<b>", "X-Role", "nurse")::get))
                .isEmpty();
    }

    @Test
    void halfALogInIsRefusedAtStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UserHeadersConfig("X-User", ""))
                .withMessageContaining("must be given both or neither");
    }
}
