package org.vigie.signal.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alert.rules.RuleBook;

class MessagesTest {
    private static final Source CUFF = RuleBook.adultIcu().standard().rules().rule("pressure_high").sources().stream()
            .filter(source -> source.variable().equals("nibp_sys"))
            .findFirst()
            .orElseThrow();

    @Test
    void aLimitThatWasHeldSaysForHowLong() {
        assertThat(Messages.violatedFr(RuleKind.LIMIT, CUFF, 171, 160, Duration.ofSeconds(15)))
                .isEqualTo("PAS (brassard) 171 mmHg > 160 mmHg depuis 15 s");
        assertThat(Messages.violatedEn(RuleKind.LIMIT, CUFF, 171, 160, Duration.ofMinutes(2)))
                .isEqualTo("SBP (cuff) 171 mmHg > 160 mmHg for 2 min");
    }

    @Test
    void aValueThatCallsAtOnceHasNotHeldYet() {
        assertThat(Messages.violatedFr(RuleKind.LIMIT, CUFF, 171, 160, Duration.ZERO))
                .isEqualTo("PAS (brassard) 171 mmHg > 160 mmHg");
        assertThat(Messages.violatedEn(RuleKind.LIMIT, CUFF, 171, 160, Duration.ZERO))
                .isEqualTo("SBP (cuff) 171 mmHg > 160 mmHg");
    }
}
