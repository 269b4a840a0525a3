package org.vigie.replay.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.analytics.AnalyticsConfig;
import org.vigie.analytics.ReportPeriod;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

class RuleTrialRequestTest {
    private static final Instant FROM = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant TO = FROM.plus(Duration.ofDays(1));

    @Test
    void timeBeforeTheFirstRecordIsNotCountedInARate() {
        // given
        Instant first = FROM.plus(Duration.ofHours(22));

        // when, then
        assertThat(request().since(first).period()).isEqualTo(new ReportPeriod(first, TO));
    }

    @Test
    void aWardThatRecordedTheWarmUpIsTriedOverTheWholePeriod() {
        assertThat(request().since(FROM.minusSeconds(60)).period()).isEqualTo(new ReportPeriod(FROM, TO));
    }

    @Test
    void aPeriodWithoutARecordIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request().since(null))
                .withMessage("--from, --to: the ward has no record of an observation from " + FROM + " to " + TO
                        + "; choose another period");
        assertThatIllegalArgumentException().isThrownBy(() -> request().since(TO));
    }

    private static RuleTrialRequest request() {
        return new RuleTrialRequest(
                KafkaConnectionConfig.defaults(),
                new ReportPeriod(FROM, TO),
                TO,
                Duration.ofHours(1),
                AlarmRuleCatalogue.adultIcu(),
                AlarmRuleCatalogue.adultIcu(),
                StayWatchConfig.defaults(),
                AnalyticsConfig.defaults());
    }
}
