package org.vigie.signal.alarm.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.LimitSide;
import org.vigie.signal.alarm.PatientLimit;
import org.vigie.signal.alarm.PatientLimitBound;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.alarm.command.AlarmCommandRefusal;
import org.vigie.signal.alarm.command.PatientLimitRequest;
import org.vigie.signal.text.LocalizedText;

/** Tests how far and for how long a role may move a patient's limit. */
class PatientLimitPolicyTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private final PatientLimitPolicy policy = new PatientLimitPolicy(
            Duration.ofHours(12),
            List.of(
                    new PatientLimitBound("spo2", LimitSide.BELOW, AlarmPriority.HIGH, "nurse", 82, 88),
                    new PatientLimitBound("spo2", LimitSide.BELOW, AlarmPriority.HIGH, "physician", 75, 90)));

    @Test
    void aSaturationLimitOfOnePercentIsRefusedWithItsBound() {
        // given
        AlarmCommand command = command("physician", "spo2", "1", Optional.empty());

        // when
        var refusal = refusal(command);

        // then
        assertThat(refusal).contains(AlarmCommandRefusal.BAD_ARGUMENT);
        assertThat(policy.explain(command, refusal.get(), NOW))
                .isEqualTo(new LocalizedText(
                        "Limite refusée : spo2 < (HIGH) entre 75 et 90 % pour le rôle physician",
                        "Limit refused: spo2 < (HIGH) between 75 and 90 % for the role physician"));
    }

    @Test
    void aNurseMovesALimitInsideTheProtocolOnly() {
        assertThat(refusal(command("nurse", "spo2", "84", Optional.empty()))).isEmpty();
        assertThat(refusal(command("nurse", "spo2", "80", Optional.empty())))
                .contains(AlarmCommandRefusal.BAD_ARGUMENT);
        assertThat(refusal(command("physician", "spo2", "80", Optional.empty())))
                .isEmpty();
    }

    @Test
    void aLimitThatTheFileDoesNotNameCannotBeSet() {
        assertThat(refusal(command("physician", "abp_mean", "20", Optional.empty())))
                .contains(AlarmCommandRefusal.NO_RIGHT);
    }

    @Test
    void aLimitForThirteenHoursIsRefusedAndOneWithoutAnEndGetsTwelve() {
        // given
        AlarmCommand long13 = command("nurse", "spo2", "84", Optional.of(Duration.ofHours(13)));
        AlarmCommand endless = command("nurse", "spo2", "84", Optional.empty());

        // when
        PatientLimit limit = policy.ending(requested(endless), NOW);

        // then
        assertThat(refusal(long13)).contains(AlarmCommandRefusal.TOO_LONG);
        assertThat(policy.explain(long13, AlarmCommandRefusal.TOO_LONG, NOW))
                .isEqualTo(new LocalizedText(
                        "Plus long que ce que l'unité permet : au plus 12 h",
                        "Longer than the unit allows: at most 12 h"));
        assertThat(limit.until()).isEqualTo(NOW.plus(Duration.ofHours(12)));
    }

    @Test
    void aFileWithoutBoundsBoundsNothing() {
        // given
        AlarmCommand endless = command("nurse", "spo2", "1", Optional.empty());

        // then
        assertThat(PatientLimitPolicy.UNBOUNDED.refusal(endless, requested(endless)))
                .isEmpty();
        assertThat(PatientLimitPolicy.UNBOUNDED.ending(requested(endless), NOW).isOpenEnded())
                .isTrue();
    }

    private Optional<AlarmCommandRefusal> refusal(AlarmCommand command) {
        return policy.refusal(command, requested(command));
    }

    private static PatientLimit requested(AlarmCommand command) {
        return new PatientLimitRequest(command).limit(NOW).orElseThrow();
    }

    private static AlarmCommand command(String role, String variable, String limit, Optional<Duration> length) {
        Instant end = length.map(NOW::plus).orElse(Instant.MAX);
        Map<String, String> arguments =
                Map.of("variable", variable, "side", "BELOW", "priority", "HIGH", "limit", limit);
        return new AlarmCommand(
                "id", "", AlarmCommand.CommandType.SET_LIMIT, "dr-1", role, NOW, "", end, -1, arguments);
    }
}
