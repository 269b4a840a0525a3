package org.vigie.signal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.vigie.signal.clean.CleaningReason;
import org.vigie.signal.clean.Reading;

/** Compares sources that are followed in place with the full choice, over random messages of two monitors at one bed. */
class SteadySourcesPropertiesTest {
    private static final int MESSAGES = 400;

    /** At first there is one source of each variable. */
    private static final int CALM = 20;

    private int taken;

    @Property(tries = 40, seed = "-2026112902")
    void sourcesThatAreFollowedInPlaceEqualThoseOfTheFullChoice(@ForAll @LongRange(min = 0) long seed) {
        // given
        var random = new Random(seed);
        Instant now = ChannelChoiceStory.START;
        BedSources full = BedSources.NONE;
        var inPlace = new SteadySources(full);

        for (int number = 0; number < MESSAGES; number++) {
            String device = number > CALM && random.nextInt(100) == 0 ? "gate|other" : "gate|monitor";
            List<Reading> readings = readings(random, number > CALM && random.nextInt(100) == 0 ? "ECG" : "");
            now = now.plusMillis(random.nextInt(30) == 0 ? random.nextInt(60_000) - 2_000 : 1_000);

            // when
            boolean only = inPlace.areOnlySources(device, readings);
            var choice = ChannelChoice.of(
                    device, readings, Collections.nCopies(readings.size(), CleaningReason.NONE), now, full);
            full = choice.after();

            // then
            if (only) {
                inPlace.take(readings, now);
                taken++;
                assertThat(choice.followed()).as("message %d", number).containsOnly(true);
                assertThat(inPlace.sources()).as("message %d", number).isEqualTo(full);
            } else {
                inPlace = new SteadySources(full);
            }
        }
        assertThat(taken).as("messages of only sources").isPositive();
    }

    private static List<Reading> readings(Random random, String channel) {
        List<Reading> readings = new ArrayList<>();
        readings.add(ChannelChoiceStory.reading("hr", channel));
        if (random.nextInt(10) > 0) {
            readings.add(ChannelChoiceStory.reading("spo2", ""));
        }
        if (random.nextInt(100) == 0) {
            readings.add(ChannelChoiceStory.reading("hr", ""));
        }
        return readings;
    }
}
