package org.vigie.bench.masking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.signal.masking.MaskKind;
import org.vigie.signal.masking.MaskedSpan;
import org.vigie.signal.masking.TextMasker;

class MaskingBenchTest {
    @ParameterizedTest
    @EnumSource
    void of100Identifiers98AreMaskedAndNoValueIsLost(MaskingTexts texts) {
        // when
        MaskingFigures figures = new MaskingJudgement(new TextMasker()).judge(texts.read());

        // then
        assertThat(figures.identifiers()).isGreaterThanOrEqualTo(70);
        assertThat(figures.recall()).as("%s", figures.missed()).isGreaterThanOrEqualTo(0.98);
        assertThat(figures.precision()).as("%s", figures.wronglyMasked()).isGreaterThanOrEqualTo(0.95);
        assertThat(figures.lostValues()).isEmpty();
    }

    @Test
    void theMarksOfATextNameItsIdentifiersAndItsValues() {
        // when
        MarkedText text = MarkedText.of("M. [[NAME:Roy]] : {{K 5,9}}");

        // then
        assertThat(text.text()).isEqualTo("M. Roy : K 5,9");
        assertThat(text.identifiers()).containsExactly(new MaskedSpan(3, 6, MaskKind.NAME));
        assertThat(text.values()).containsExactly("K 5,9");
    }
}
