package org.vigie.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessPolicyTest {
    private final AccessPolicy policy = AccessPolicy.standard();

    @ParameterizedTest
    @EnumSource(AccessOperation.class)
    void everyOperationIsGrantedToSomebodyAndRefusedToNobodyInParticular(AccessOperation operation) {
        assertThat(policy.permits(EnumSet.allOf(AccessRole.class), operation)).isTrue();
        assertThat(policy.permits(Set.of(), operation)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(AccessRole.class)
    void onlyClinicalRolesCommandAlarmsAndReadOnePatient(AccessRole role) {
        assertThat(policy.permits(Set.of(role), AccessOperation.COMMAND_ALARMS)).isEqualTo(role.isClinical());
        assertThat(policy.permits(Set.of(role), AccessOperation.READ_PATIENT)).isEqualTo(role.isClinical());
        assertThat(policy.permits(Set.of(role), AccessOperation.BREAK_GLASS)).isEqualTo(role.isClinical());
    }

    @Test
    void aWallScreenReadsTheWardAndChangesNothing() {
        // given
        Set<AccessRole> wall = Set.of(AccessRole.WALL_SCREEN);

        // when, then
        assertThat(EnumSet.allOf(AccessOperation.class).stream().filter(each -> policy.permits(wall, each)))
                .containsExactlyInAnyOrder(
                        AccessOperation.OPEN_PAGE,
                        AccessOperation.READ_HEALTH,
                        AccessOperation.LOG_IN,
                        AccessOperation.USE_SESSION,
                        AccessOperation.READ_WARD);
    }

    @Test
    void anAdministratorReadsNoPatient() {
        // given
        Set<AccessRole> admin = Set.of(AccessRole.ADMIN);

        // when, then
        assertThat(policy.permits(admin, AccessOperation.READ_WARD)).isFalse();
        assertThat(policy.permits(admin, AccessOperation.READ_PATIENT)).isFalse();
    }

    @Test
    void anOperationThatTheTableLacksIsRefusedToEverybody() {
        // when
        AccessPolicy empty = AccessPolicy.parse("operation,nurse\n");

        // then
        assertThat(empty.permits(EnumSet.allOf(AccessRole.class), AccessOperation.READ_WARD))
                .isFalse();
    }

    @Test
    void aMisspeltTableIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessPolicy.parse("operation,nurce\n"))
                .withMessageContaining("no role 'nurce'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessPolicy.parse("operation,nurse\nREAD_WARD,yes\n"))
                .withMessageContaining("a cell must be empty or x, was 'yes'");
        assertThatIllegalArgumentException().isThrownBy(() -> AccessPolicy.parse("operation,nurse\nREAD_WORD,x\n"));
    }
}
