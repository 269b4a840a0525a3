package org.vigie.station.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UsersTest {
    private static final OrderForm FORM =
            new OrderForm(null, "s1", "a1", "ACKNOWLEDGE", null, null, null, "AB", "nurse", null);

    @Test
    void withoutALogInThePagesOwnWordsCount() {
        assertThat(Users.defaults().of(header -> null, FORM)).isEqualTo(new User("AB", "nurse"));
    }

    @Test
    void behindALogInOnlyItsWordsCount() {
        var users = new Users("X-User", "X-Role");
        assertThat(users.of(Map.of("X-User", "u-17", "X-Role", "physician")::get, FORM))
                .isEqualTo(new User("u-17", "physician"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> users.of(header -> null, FORM))
                .withMessageContaining("by: must be 1 to 64 letters")
                .withMessageContaining("was missing");
    }

    @Test
    void halfALogInIsRefusedAtStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Users("X-User", ""))
                .withMessageContaining("must be given both or neither");
    }
}
