package org.vigie.signal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LocalizedTextTest {
    private static final List<LocalizedText> TEXTS =
            List.of(new LocalizedText("arrêt", "arrest"), LocalizedText.same("FiO2"));

    @Test
    void textsAreTheSameAfterTheyWereDividedByLanguageAndPairedAgain() {
        assertThat(LocalizedText.paired(LocalizedText.french(TEXTS), LocalizedText.english(TEXTS)))
                .isEqualTo(TEXTS);
    }

    @Test
    void aTextThatOneLanguageLacksIsLeftOut() {
        assertThat(LocalizedText.paired(List.of("arrêt", "FiO2"), List.of("arrest")))
                .containsExactly(TEXTS.get(0));
    }
}
