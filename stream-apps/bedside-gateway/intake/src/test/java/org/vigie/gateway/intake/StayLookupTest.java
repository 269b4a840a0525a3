package org.vigie.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StayLookupTest {
    /** Knows one patient. */
    private static final StayLookup CENSUS = new StayLookup() {
        @Override
        public String bedOf(String number) {
            return number.equals("4410077") ? "REA/03" : "";
        }
    };

    @Test
    void withoutACensusNoPatientIsKnown() {
        assertThat(StayLookup.NONE.isAtHand()).isFalse();
        assertThat(StayLookup.NONE.hasPatient("4410077")).isFalse();
        assertThat(StayLookup.NONE.bedOf("4410077")).isEmpty();
        assertThat(StayLookup.NONE.bedOfVisit("S-1")).isEmpty();
    }

    @Test
    void aPatientOnABedIsKnownToTheCensus() {
        assertThat(CENSUS.isAtHand()).isTrue();
        assertThat(CENSUS.hasPatient("4410077")).isTrue();
        assertThat(CENSUS.hasPatient("4410099")).isFalse();
    }
}
