package org.vigie.training.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.signal.text.LocalizedText;
import org.vigie.training.cohort.Cohort;

/**
 * Describes a cohort that {@code ./vigie extract} wrote.
 *
 * @param facts lines of {@code extraction.txt} by their first words: layout, statements, source, hours, at least hours, names
 */
record ExtractionOrigin(Map<String, String> facts) implements CohortOrigin {
    private static final List<String> FACTS =
            List.of("layout", "statements", "source", "hours", "at least hours", "names");

    ExtractionOrigin {
        facts = Map.copyOf(facts);
    }

    static ExtractionOrigin read(Path manifest) throws IOException {
        Map<String, String> facts = new TreeMap<>();
        for (String line : Files.readAllLines(manifest)) {
            FACTS.stream()
                    .filter(fact -> line.startsWith(fact + " "))
                    .forEach(fact -> facts.put(fact, line.substring(fact.length() + 1)));
        }
        for (String fact : FACTS) {
            if (!facts.containsKey(fact)) {
                throw new IOException(manifest + ": has no line '" + fact + "'; extract the cohort again");
            }
        }
        return new ExtractionOrigin(facts);
    }

    @Override
    public String text(List<Cohort> cohorts) {
        return "extracted from " + facts.get("source") + " (layout " + facts.get("layout") + ", statements "
                + facts.get("statements") + "), first " + facts.get("hours") + " hours of stays of at least "
                + facts.get("at least hours") + " hours";
    }

    @Override
    public String licence() {
        return "that of the warehouse; ask its owner before the model leaves the hospital";
    }

    @Override
    public String attribution() {
        return facts.get("source");
    }

    @Override
    public LocalizedText population() {
        String source = facts.get("source") + " (" + facts.get("layout") + ")";
        return new LocalizedText(
                "séjours en réanimation extraits de " + source, "stays in intensive care, from " + source);
    }

    @Override
    public List<String> limits() {
        return List.of(
                "Learnt from the stays of one warehouse: it may rank and calibrate differently elsewhere; validate locally before any use.",
                "Stays shorter than " + facts.get("at least hours")
                        + " hours were not extracted: the model knows nothing of them.");
    }
}
