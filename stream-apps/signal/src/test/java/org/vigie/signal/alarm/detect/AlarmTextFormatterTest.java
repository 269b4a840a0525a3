package org.vigie.signal.alarm.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/** Tests the French and English alarm texts. */
class AlarmTextFormatterTest {
    private static final RuleInput CUFF =
            AlarmRuleCatalogue.adultIcu().standard().rules().rule("pressure_high").sources().stream()
                    .filter(input -> input.variable().equals("nibp_sys"))
                    .findFirst()
                    .orElseThrow();

    @Test
    void aLimitThatWasHeldSaysForHowLong() {
        assertThat(AlarmTextFormatter.violatedFr(AlarmRuleKind.LIMIT, CUFF, 171, 160, Duration.ofSeconds(15)))
                .isEqualTo("PAS (brassard) 171 mmHg > 160 mmHg depuis 15 s");
        assertThat(AlarmTextFormatter.violatedEn(AlarmRuleKind.LIMIT, CUFF, 171, 160, Duration.ofMinutes(2)))
                .isEqualTo("SBP (cuff) 171 mmHg > 160 mmHg for 2 min");
    }

    @Test
    void aValueThatCallsAtOnceHasNotHeldYet() {
        assertThat(AlarmTextFormatter.violatedFr(AlarmRuleKind.LIMIT, CUFF, 171, 160, Duration.ZERO))
                .isEqualTo("PAS (brassard) 171 mmHg > 160 mmHg");
        assertThat(AlarmTextFormatter.violatedEn(AlarmRuleKind.LIMIT, CUFF, 171, 160, Duration.ZERO))
                .isEqualTo("SBP (cuff) 171 mmHg > 160 mmHg");
    }
}
