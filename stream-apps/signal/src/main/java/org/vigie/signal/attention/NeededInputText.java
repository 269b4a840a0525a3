package org.vigie.signal.attention;

import java.util.List;
import org.vigie.signal.text.LocalizedText;
import org.vigie.signal.vitals.ScoredVitalSign;

/** Names the needed inputs of the attention level for clinicians. */
final class NeededInputText {
    private static final LocalizedText PRESSURE = new LocalizedText("pression artérielle", "blood pressure");

    private NeededInputText() {}

    /** Returns the names of inputs, separated by commas. */
    static LocalizedText of(List<String> inputs) {
        List<LocalizedText> names = inputs.stream().map(NeededInputText::name).toList();
        return new LocalizedText(
                String.join(", ", LocalizedText.french(names)), String.join(", ", LocalizedText.english(names)));
    }

    private static LocalizedText name(String input) {
        return input.equals(AttentionEvidenceReader.PRESSURE)
                ? PRESSURE
                : ScoredVitalSign.of(input).map(ScoredVitalSign::label).orElseGet(() -> LocalizedText.same(input));
    }
}
