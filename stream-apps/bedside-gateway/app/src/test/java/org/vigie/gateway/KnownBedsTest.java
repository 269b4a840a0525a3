package org.vigie.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.codes.BedList;
import org.vigie.gateway.codes.BedsideAlert;
import org.vigie.gateway.codes.Intake.Delivery;
import org.vigie.gateway.codes.Measured;
import org.vigie.gateway.codes.Movement;
import org.vigie.gateway.codes.Protocol;
import org.vigie.schemas.ReadingStatus;
import org.vigie.schemas.variable.Range;

class KnownBedsTest {
    private static final Instant AT = Instant.parse("2026-03-01T09:14:59Z");

    private final Counts counts = new Counts();
    private final KnownBeds beds = new KnownBeds(BedList.of(List.of("REA/[01-24]")), "OLD/7"::equals, counts);

    private static Delivery delivery(String bed) {
        var measured = new Measured(bed, "p", "d", AT, "spo2", 71, "%", ReadingStatus.VALID, Range.UNBOUNDED);
        var movement = new Movement(
                "A02",
                Movement.Action.TRANSFER,
                "p",
                "v",
                bed,
                bed,
                "",
                Optional.of(AT),
                Optional.empty(),
                Optional.empty(),
                "",
                Movement.Person.UNKNOWN);
        var alert =
                new BedsideAlert(bed, "p", "d", Optional.of(AT), "a", "c", "t", "", "", "start", "active", "PH", "SP");
        return new Delivery(
                Protocol.HL7,
                "s",
                "m",
                1,
                List.of(measured),
                List.of(movement),
                List.of(alert),
                List.of(),
                new byte[0]);
    }

    private void isCalled(String sent, String name) {
        Delivery named = beds.named(delivery(sent));
        assertThat(named.observations()).extracting(Measured::bed).containsExactly(name);
        assertThat(named.movements()).extracting(Movement::bed).containsExactly(name);
        assertThat(named.movements()).extracting(Movement::priorBed).containsExactly(name);
        assertThat(named.alerts()).extracting(BedsideAlert::bed).containsExactly(name);
    }

    @Test
    void everythingOfADeliveryIsOnTheListedBedHoweverItIsSpelt() {
        isCalled("rea^^7", "REA/07");
        isCalled("REA/07", "REA/07");
        assertThat(counts.all()).isEmpty();
    }

    @Test
    void anUnknownBedIsWatchedUnderAMarkedNameAndCounted() {
        isCalled("REA/99", "REA/99?");
        isCalled("REA/99", "REA/99?");
        assertThat(counts.all()).containsEntry("unknown beds", 1L).containsEntry("readings of unknown beds", 2L);
    }

    @Test
    void aLineFeedNeverReachesAKey() {
        Delivery named = beds.named(delivery("REA/07\nREA/08"));
        assertThat(named.observations().get(0).bed())
                .startsWith("REA/07_REA/08~")
                .endsWith("?");
    }

    @Test
    void aBedOfTheWardKeepsItsName() {
        isCalled("OLD/7", "OLD/7");
    }

    @Test
    void whoHasNoBedHasNone() {
        isCalled("", "");
    }
}
