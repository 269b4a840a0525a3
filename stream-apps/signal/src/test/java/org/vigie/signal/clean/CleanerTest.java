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

class CleanerTest {
    private final Bedside bedside = new Bedside();

    @ParameterizedTest
    @CsvSource({"spo2,45", "abp_mean,18", "hr,15", "rr,2", "temp,29", "potassium,11"})
    void aDyingPatientsValueIsKeptAndMarked(String variable, String value) {
        assertThat(bedside.says(variable, value)).containsExactly(Reason.SOFT_RANGE);
        assertThat(Reason.SOFT_RANGE.outcome()).isEqualTo(Outcome.KEPT);
    }

    @ParameterizedTest
    @CsvSource({
        "QUESTIONABLE,DEVICE_QUESTIONABLE",
        "UNKNOWN,DEVICE_QUESTIONABLE",
        "TEST,DEVICE_TEST",
        "DEMO,DEVICE_TEST"
    })
    void whatTheDeviceDoubtsIsSuspect(Status status, Reason expected) {
        assertThat(bedside.says(withStatus(status, 80))).containsExactly(expected);
        assertThat(expected.outcome()).isEqualTo(Outcome.SUSPECT);
    }

    @Test
    void aDoubtedValueDoesNotMoveTheLevel() {
        bedside.says("hr", "80");
        bedside.says(withStatus(Status.QUESTIONABLE, 200));

        assertThat(bedside.says("hr", "81")).containsExactly(Reason.NONE);
    }

    @Test
    void aRejectedReadingLeavesNoTrace() {
        bedside.says("hr", "80 400 81");

        assertThat(bedside.says("hr", "82")).containsExactly(Reason.NONE);
    }

    @Test
    void onlyKnownVariablesAreRemembered() {
        List<Reading> readings = IntStream.range(0, 1000)
                .mapToObj(i -> new Reading("code-" + i, 1, "", "1", Status.VALID, Bedside.START))
                .toList();

        assertThat(Cleaner.judge(readings, new Arrival(Bedside.START, Bedside.START), Channels.SILENT)
                        .channels()
                        .byKey())
                .isEmpty();
    }

    @Test
    void whateverIsSaidEveryReadingGetsOneReasonAndTheSameOneAgain() {
        var random = new Random(7);
        Channels channels = Channels.SILENT;
        for (int message = 0; message < 2000; message++) {
            List<Reading> garbage = garbage(random, message);
            var arrival = arrival(message);

            Judgement judgement = Cleaner.judge(garbage, arrival, channels);
            Judgement again = Cleaner.judge(garbage, arrival, channels);

            assertThat(judgement.reasons()).hasSameSizeAs(garbage).isEqualTo(again.reasons());
            channels = judgement.channels();
        }
    }

    @Test
    void whatIsNotRejectedAlwaysHasAPossibleValue() {
        var random = new Random(11);
        for (int message = 0; message < 2000; message++) {
            List<Reading> garbage = garbage(random, message);
            List<Reason> reasons =
                    Cleaner.judge(garbage, arrival(message), Channels.SILENT).reasons();
            IntStream.range(0, garbage.size())
                    .filter(i -> reasons.get(i).outcome() != Outcome.REJECTED)
                    .forEach(i -> assertThat(hard(garbage.get(i)).hard().contains(Units.catalogueValue(garbage.get(i))))
                            .isTrue());
        }
    }

    private static Arrival arrival(int second) {
        Instant now = Bedside.START.plusSeconds(second);
        return new Arrival(now, now);
    }

    private static Variable hard(Reading reading) {
        return VariableCatalogue.standard().get(reading.variable());
    }

    private Reading withStatus(Status status, double value) {
        return new Reading("hr", value, "", "/min", status, bedside.now());
    }

    private static List<Reading> garbage(Random random, int message) {
        String[] variables = {"hr", "spo2", "abp_mean", "temp", "potassium", "MDC_WHAT", ""};
        String[] units = {"/min", "%", "mm[Hg]", "Cel", "K", "mmol/L", "furlong"};
        List<Status> statuses = List.of(Status.values());
        double[] values = {Double.NaN, Double.NEGATIVE_INFINITY, -999, 0, 1e300, -0.0, 37, 80, 32767};
        List<Reading> readings = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            readings.add(new Reading(
                    variables[random.nextInt(variables.length)],
                    random.nextBoolean() ? values[random.nextInt(values.length)] : random.nextInt(120),
                    random.nextBoolean() ? "" : "what?",
                    units[random.nextInt(units.length)],
                    statuses.get(random.nextInt(statuses.size())),
                    Bedside.START.plusSeconds(message + random.nextInt(700) - 350)));
        }
        return readings;
    }
}
