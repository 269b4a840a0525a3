package org.vigie.signal.alarm.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.signal.text.LocalizedText;

/** Tests the French and English alarm texts. */
class RuleTextTest {
    private final RuleText cuff = new RuleText(
            AlarmRuleKind.LIMIT,
            AlarmRuleCatalogue.shipped("adult-icu-3")
                    .orElseThrow()
                    .standard()
                    .rules()
                    .rule("pressure_high")
                    .sources()
                    .stream()
                    .filter(input -> input.variable().equals("nibp_sys"))
                    .findFirst()
                    .orElseThrow());

    @Test
    void aViolationWithADelaySaysForHowLongItHasLasted() {
        // when
        LocalizedText text = cuff.violated(171, 160, Duration.ofMinutes(2));

        // then
        assertThat(text.fr()).isEqualTo("PAS (brassard) 171 mmHg > 160 mmHg depuis 2 min");
        assertThat(text.en()).isEqualTo("SBP (cuff) 171 mmHg > 160 mmHg for 2 min");
    }

    @Test
    void aViolationWithoutADelaySaysNoDuration() {
        // when
        LocalizedText text = cuff.violated(171, 160, Duration.ZERO);

        // then
        assertThat(text.fr()).isEqualTo("PAS (brassard) 171 mmHg > 160 mmHg");
        assertThat(text.en()).isEqualTo("SBP (cuff) 171 mmHg > 160 mmHg");
    }

    @Test
    void aDecimalIsWrittenWithACommaInFrenchOnly() {
        // when
        LocalizedText text = cuff.cleared(120.5, Duration.ofSeconds(90));

        // then
        assertThat(text.fr()).isEqualTo("PAS (brassard) 120,5 mmHg : fin de l'alarme après 1 min");
        assertThat(text.en()).isEqualTo("SBP (cuff) 120.5 mmHg: alarm over after 1 min");
    }
}
