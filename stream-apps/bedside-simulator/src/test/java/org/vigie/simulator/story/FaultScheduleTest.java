package org.vigie.simulator.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.patient.RandomSeed;

class FaultScheduleTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");
    private static final int BLOCKS = 2_000;

    private final FaultSchedule faults = new FaultSchedule(new RandomSeed(7).derive("bed"), true);

    @Test
    void aboutEverySecondBlockHasAnArtefactThatLiesWithinIt() {
        // when
        int found = 0;
        Set<EquipmentArtefact.ArtefactKind> kinds = new HashSet<>();
        for (int block = 0; block < BLOCKS; block++) {
            Instant from = BEGIN.plus(FaultSchedule.BLOCK.multipliedBy(block));
            Optional<EquipmentArtefact> artefact = faults.artefactAt(from);
            // then
            artefact.ifPresent(each -> {
                assertThat(each.from()).isAfterOrEqualTo(from);
                assertThat(each.until()).isAfter(each.from()).isBeforeOrEqualTo(from.plus(FaultSchedule.BLOCK));
                kinds.add(each.kind());
            });
            found += artefact.isPresent() ? 1 : 0;
        }
        assertThat(found).isBetween(BLOCKS * 45 / 100, BLOCKS * 55 / 100);
        assertThat(kinds).containsExactlyInAnyOrder(EquipmentArtefact.ArtefactKind.values());
    }

    @Test
    void everyInstantOfABlockKnowsTheSameArtefact() {
        for (int second = 0; second < FaultSchedule.BLOCK.toSeconds(); second++) {
            assertThat(faults.artefactAt(BEGIN.plusSeconds(second))).isEqualTo(faults.artefactAt(BEGIN));
        }
    }

    @Test
    void oneMessageInFourHundredIsLateAndOneIsSentTwice() {
        // given
        long messages = 400_000;

        // when
        long late = LongStream.range(0, messages).filter(faults::delays).count();
        long twice = LongStream.range(0, messages).filter(faults::duplicates).count();

        // then
        assertThat(late).isBetween(900L, 1_100L);
        assertThat(twice).isBetween(900L, 1_100L);
        assertThat(faults.delay()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(54));
    }

    @Test
    void aWardWithoutFaultsHasNone() {
        // given
        var none = new FaultSchedule(new RandomSeed(7).derive("bed"), false);

        // when, then
        assertThat(LongStream.range(0, 10_000).anyMatch(second -> none.delays(second) || none.duplicates(second)))
                .isFalse();
        assertThat(LongStream.range(0, 100)
                        .mapToObj(block -> none.artefactAt(BEGIN.plus(FaultSchedule.BLOCK.multipliedBy(block)))))
                .allMatch(Optional::isEmpty);
    }

    @Test
    void bedsHaveFaultsOfTheirOwn() {
        // given
        var other = new FaultSchedule(new RandomSeed(7).derive("other bed"), true);

        // when, then
        assertThat(LongStream.range(0, 100_000).filter(faults::delays).boxed().toList())
                .isNotEqualTo(LongStream.range(0, 100_000)
                        .filter(other::delays)
                        .boxed()
                        .toList());
    }
}
