package org.vigie.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.UnitTypeRecord;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.signal.window.StaticFeatures.AdministrativeSex;
import org.vigie.signal.window.StaticFeatures.UnitType;

class AdmissionFactsTest {
    @Test
    void eachKnownFactIsMappedToItsFeature() {
        // given
        var facts = new AdmissionFacts(61.0, AdministrativeSexRecord.FEMALE, 165.0, 70.0, UnitTypeRecord.MEDICAL);
        // when
        StaticFeatures features = facts.toRule();
        // then
        assertThat(features).isEqualTo(new StaticFeatures(61, AdministrativeSex.FEMALE, 165, 70, UnitType.MEDICAL));
    }

    @Test
    void aMissingNumberIsUnknown() {
        // given
        var facts = new AdmissionFacts(null, AdministrativeSexRecord.UNKNOWN, null, null, UnitTypeRecord.UNKNOWN);
        // when
        StaticFeatures features = facts.toRule();
        // then
        assertThat(features).isEqualTo(StaticFeatures.UNKNOWN);
    }
}
