package org.vigie.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.signal.window.StaticFeatures.AdministrativeSex;
import org.vigie.signal.window.StaticFeatures.UnitType;

class PatientSubgroupTest {
    @Test
    void everyPatientIsInOneGroupBySexOneByAgeAndOneByUnit() {
        // given
        var patient = new StaticFeatures(65, AdministrativeSex.MALE, 180, 80, UnitType.SURGICAL);
        // when
        List<String> groups = groupsOf(patient);
        // then
        assertThat(groups).containsExactly("sex male", "age 65 to 79", "unit surgical");
    }

    @Test
    void aPatientOfWhomNothingIsKnownIsInTheUnknownGroups() {
        // given
        var patient = StaticFeatures.UNKNOWN;
        // when
        List<String> groups = groupsOf(patient);
        // then
        assertThat(groups).containsExactly("sex unknown", "age unknown", "unit unknown");
    }

    @Test
    void theAgeBandsCoverEveryAge() {
        // given
        var youngest = new StaticFeatures(18, AdministrativeSex.FEMALE, 160, 60, UnitType.MEDICAL);
        var oldest = new StaticFeatures(101, AdministrativeSex.FEMALE, 160, 60, UnitType.MEDICAL);
        // when
        List<String> young = groupsOf(youngest);
        List<String> old = groupsOf(oldest);
        // then
        assertThat(young).contains("age under 50");
        assertThat(old).contains("age 80 and over");
    }

    private static List<String> groupsOf(StaticFeatures patient) {
        return PatientSubgroup.all().stream()
                .filter(group -> group.members().test(patient))
                .map(PatientSubgroup::name)
                .toList();
    }
}
