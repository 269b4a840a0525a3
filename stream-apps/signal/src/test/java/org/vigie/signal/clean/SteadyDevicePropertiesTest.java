package org.vigie.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.vigie.signal.clean.InstantHistory.ChannelReport;

/** Compares steady messages that are cleaned in place with the full rules, over random messages of one device. */
class SteadyDevicePropertiesTest {
    private static final int MESSAGES = 900;
    private static final int LEAST_STEADY = 20;

    @Property(tries = 60, seed = "-2026112901")
    void aMessageThatIsTakenInPlaceGivesTheVerdictsAndTheStateOfTheFullRules(@ForAll @LongRange(min = 0) long seed) {
        // given
        var story = new RandomMonitorStory(new Random(seed));
        var compared = new ComparedDevice(seed % 2 == 0 ? CleaningRevision.FIRST : CleaningRevision.SECOND);

        for (int number = 0; number < MESSAGES; number++) {
            // when
            List<Reading> readings = story.nextMessage();
            boolean steady = compared.take(readings, story.arrival());

            // then
            if (steady) {
                assertThat(compared.reasons()).as("message %d", number).containsOnly(CleaningReason.NONE);
                assertThat(compared.earlier()).as("message %d", number).isEqualTo(InstantHistory.NOTHING);
                assertThat(compared.inPlace()).as("message %d", number).isEqualTo(compared.full());
            }
        }
        assertThat(compared.taken()).as("steady messages").isGreaterThan(LEAST_STEADY);
    }

    /** Cleans each message with the full rules, and in place when it is steady. */
    private static final class ComparedDevice {
        private final CleaningRevision revision;
        private final Map<Instant, List<ChannelReport>> reported = new HashMap<>();
        private DeviceChannels full = DeviceChannels.SILENT;
        private SteadyDevice inPlace = new SteadyDevice(DeviceChannels.SILENT, Instant.MIN);
        private CleaningResult result = CleaningResult.all(CleaningReason.NONE, List.of(), DeviceChannels.SILENT);
        private InstantHistory earlier = InstantHistory.NOTHING;
        private int taken;

        ComparedDevice(CleaningRevision revision) {
            this.revision = revision;
        }

        boolean take(List<Reading> readings, ArrivalTimes arrival) {
            earlier = earlier(readings);
            result = ReadingCleaner.judge(readings, arrival, full, earlier, revision);
            full = result.channels();
            reported.putAll(earlier.after(readings, result.reasons(), full).byInstant());
            boolean steady = inPlace.isSteady(readings, arrival, revision);
            if (steady) {
                inPlace.take(readings, arrival);
                taken++;
            } else {
                inPlace = new SteadyDevice(full, newest(readings));
            }
            return steady;
        }

        private InstantHistory earlier(List<Reading> readings) {
            Map<Instant, List<ChannelReport>> held = new HashMap<>(reported);
            held.keySet().retainAll(InstantHistory.of(readings));
            return held.isEmpty() ? InstantHistory.NOTHING : new InstantHistory(held);
        }

        private Instant newest(List<Reading> readings) {
            return InstantHistory.of(readings).stream()
                    .filter(at -> at.isAfter(inPlace.newest()))
                    .max(Instant::compareTo)
                    .orElse(inPlace.newest());
        }

        List<CleaningReason> reasons() {
            return result.reasons();
        }

        InstantHistory earlier() {
            return earlier;
        }

        DeviceChannels full() {
            return full;
        }

        DeviceChannels inPlace() {
            return inPlace.channels();
        }

        int taken() {
            return taken;
        }
    }
}
