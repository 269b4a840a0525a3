package org.vigie.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/** Tests the general properties of cleaning. */
class ReadingCleanerTest {
    private final CleanedDeviceStory cleanedDeviceStory = new CleanedDeviceStory();

    @ParameterizedTest
    @CsvSource({"spo2,45", "abp_mean,18", "hr,15", "rr,2", "temp,29", "potassium,11"})
    void aDyingPatientsValueIsKeptAndMarked(String variable, String value) {
        assertThat(cleanedDeviceStory.send(variable, value)).containsExactly(CleaningReason.SOFT_RANGE);
        assertThat(CleaningReason.SOFT_RANGE.outcome()).isEqualTo(CleaningOutcome.KEPT);
    }

    @ParameterizedTest
    @CsvSource({
        "QUESTIONABLE,DEVICE_QUESTIONABLE",
        "UNKNOWN,DEVICE_QUESTIONABLE",
        "TEST,DEVICE_TEST",
        "DEMO,DEVICE_TEST"
    })
    void aReadingThatTheDeviceMarksAsQuestionableIsSuspect(MeasurementStatus status, CleaningReason expected) {
        assertThat(cleanedDeviceStory.send(withStatus(status, 80))).containsExactly(expected);
        assertThat(expected.outcome()).isEqualTo(CleaningOutcome.SUSPECT);
    }

    @Test
    void aSuspectValueDoesNotMoveTheLevel() {
        // when
        cleanedDeviceStory.send("hr", "80");
        cleanedDeviceStory.send(withStatus(MeasurementStatus.QUESTIONABLE, 200));

        // then
        assertThat(cleanedDeviceStory.send("hr", "81")).containsExactly(CleaningReason.NONE);
    }

    @Test
    void aRejectedReadingLeavesNoTrace() {
        // when
        cleanedDeviceStory.send("hr", "80 400 81");

        // then
        assertThat(cleanedDeviceStory.send("hr", "82")).containsExactly(CleaningReason.NONE);
    }

    @Test
    void onlyKnownVariablesAreStored() {
        // given
        List<Reading> readings = IntStream.range(0, 1000)
                .mapToObj(i -> new Reading("code-" + i, 1, "", "1", MeasurementStatus.VALID, CleanedDeviceStory.START))
                .toList();

        // when, then
        assertThat(ReadingCleaner.judge(
                                readings,
                                new ArrivalTimes(CleanedDeviceStory.START, CleanedDeviceStory.START),
                                DeviceChannels.SILENT)
                        .channels()
                        .byKey())
                .isEmpty();
    }

    @Test
    void everyReadingOfAnyMessageGetsOneRepeatableReason() {
        // given
        var random = new Random(7);
        DeviceChannels channels = DeviceChannels.SILENT;

        // when, then
        for (int message = 0; message < 2000; message++) {
            List<Reading> garbage = garbage(random, message);
            var arrival = arrival(message);

            CleaningResult result = ReadingCleaner.judge(garbage, arrival, channels);
            CleaningResult again = ReadingCleaner.judge(garbage, arrival, channels);

            assertThat(result.reasons()).hasSameSizeAs(garbage).isEqualTo(again.reasons());
            channels = result.channels();
        }
    }

    @Test
    void whatIsNotRejectedAlwaysHasAPossibleValue() {
        // given
        var random = new Random(11);

        // when, then
        for (int message = 0; message < 2000; message++) {
            List<Reading> garbage = garbage(random, message);
            List<CleaningReason> reasons = ReadingCleaner.judge(garbage, arrival(message), DeviceChannels.SILENT)
                    .reasons();
            IntStream.range(0, garbage.size())
                    .filter(i -> reasons.get(i).outcome() != CleaningOutcome.REJECTED)
                    .forEach(i -> assertThat(hard(garbage.get(i))
                                    .hard()
                                    .contains(garbage.get(i).catalogueValue()))
                            .isTrue());
        }
    }

    private static ArrivalTimes arrival(int second) {
        Instant now = CleanedDeviceStory.START.plusSeconds(second);
        return new ArrivalTimes(now, now);
    }

    private static Variable hard(Reading reading) {
        return VariableCatalogue.standard().get(reading.variable());
    }

    private Reading withStatus(MeasurementStatus status, double value) {
        return new Reading("hr", value, "", "/min", status, cleanedDeviceStory.now());
    }

    private static List<Reading> garbage(Random random, int message) {
        String[] variables = {"hr", "spo2", "abp_mean", "temp", "potassium", "MDC_WHAT", ""};
        String[] units = {"/min", "%", "mm[Hg]", "Cel", "K", "mmol/L", "furlong"};
        List<MeasurementStatus> statuses = List.of(MeasurementStatus.values());
        double[] values = {Double.NaN, Double.NEGATIVE_INFINITY, -999, 0, 1e300, -0.0, 37, 80, 32767};
        List<Reading> readings = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            readings.add(new Reading(
                    variables[random.nextInt(variables.length)],
                    random.nextBoolean() ? values[random.nextInt(values.length)] : random.nextInt(120),
                    random.nextBoolean() ? "" : "what?",
                    units[random.nextInt(units.length)],
                    statuses.get(random.nextInt(statuses.size())),
                    CleanedDeviceStory.START.plusSeconds(message + random.nextInt(700) - 350)));
        }
        return readings;
    }
}
