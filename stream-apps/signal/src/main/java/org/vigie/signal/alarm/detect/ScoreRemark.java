package org.vigie.signal.alarm.detect;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.signal.earlywarning.EarlyWarningScore;
import org.vigie.signal.earlywarning.EarlyWarningScore.ScoreComponent;
import org.vigie.signal.text.LocalizedText;

/** Holds the remarks about a score: its missing inputs, and that it saturates under ventilation. */
record ScoreRemark(EarlyWarningScore score) {
    private static final LocalizedText VENTILATED = new LocalizedText(
            " ; ventilé : sans oxygène ni conscience", "; ventilated: without oxygen and consciousness");

    LocalizedText text() {
        return missing().plus(score.ventilated() ? VENTILATED : LocalizedText.EMPTY);
    }

    private LocalizedText missing() {
        List<ScoreComponent> missing = score.missing();
        if (missing.isEmpty()) {
            return LocalizedText.EMPTY;
        }
        String range = score.low() + "-" + score.high();
        return new LocalizedText(
                " ; incomplet (" + range + "), manque : " + joined(missing, LocalizedText::fr),
                "; incomplete (" + range + "), missing: " + joined(missing, LocalizedText::en));
    }

    private static String joined(List<ScoreComponent> components, Function<LocalizedText, String> language) {
        return components.stream().map(ScoreComponent::label).map(language).collect(Collectors.joining(", "));
    }
}
