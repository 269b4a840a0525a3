package org.vigie.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StayLookupTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void withoutACensusNoPatientIsKnown() {
        assertThat(StayLookup.NONE.isAtHand()).isFalse();
        assertThat(StayLookup.NONE.hasPatient("4410077")).isFalse();
        assertThat(StayLookup.NONE.bedOf("4410077", NOON)).isEmpty();
        assertThat(StayLookup.NONE.bedsOfVisit("S-1")).isEmpty();
    }

    @Test
    void aBedOfAVisitHasAName() {
        assertThatThrownBy(() -> new VisitBed("", NOON, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bed");
    }
}
