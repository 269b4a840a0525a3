package org.vigie.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PrincipalTest {
    @Test
    void aPersonWithSeveralRolesCommandsWithTheHighestClinicalOne() {
        // given
        var both = new Principal(
                "u", "u", Set.of(AccessRole.NURSE, AccessRole.CHARGE_NURSE, AccessRole.ADMIN), UnitScope.everyUnit());

        // when, then
        assertThat(both.clinicalRole()).contains(AccessRole.CHARGE_NURSE);
        assertThat(Principal.of("a", AccessRole.ADMIN, UnitScope.everyUnit()).clinicalRole())
                .isEmpty();
    }

    @Test
    void aPrincipalWithoutARoleOrWithMarkupInItsNameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Principal("u", "u", Set.of(), UnitScope.everyUnit()))
                .withMessageContaining("roles: must be at least one of");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Principal("u", "<b>", Set.of(AccessRole.NURSE), UnitScope.everyUnit()))
                .withMessageContaining("name: must be 1 to 64 letters");
    }

    @Test
    void aScopeCoversTheBedsOfItsUnits() {
        assertThat(UnitScope.of("REA").coversBed("REA/03")).isTrue();
        assertThat(UnitScope.of("REA").coversBed("REAC/03")).isFalse();
        assertThat(UnitScope.of("REA").coversBed("CARDIO/REA")).isFalse();
        assertThat(UnitScope.everyUnit().coversBed("CARDIO/1")).isTrue();
    }
}
