package org.vigie.triage.training;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.signal.text.LocalizedText;
import org.vigie.signal.triage.TriageSecondOpinion;
import org.vigie.triage.feature.TriageEvidence;
import org.vigie.triage.model.TriageModel;
import org.vigie.triage.training.visit.VisitFile;

/**
 * Writes predicted levels as CSV, one line for each visit: number, id, level, probability of each level, kind of evidence, whether the
 * evidence was too low, and notes.
 */
record TriageLevelFile(Path file) {
    private static final List<String> HEADER =
            List.of("row", "id", "level", "p1", "p2", "p3", "p4", "p5", "evidence", "low_evidence", "note");

    void write(List<VisitFile.VisitRow> visits, TriageModel model) throws IOException {
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(HEADER);
            for (int i = 0; i < visits.size(); i++) {
                csv.writeRecord(
                        line(i + 1, visits.get(i), model.assess(visits.get(i).visit())));
            }
        }
    }

    private static List<String> line(int row, VisitFile.VisitRow visit, TriageSecondOpinion opinion) {
        List<String> line = new ArrayList<>(List.of(String.valueOf(row), visit.id(), String.valueOf(opinion.level())));
        opinion.probabilities().forEach(probability -> line.add(String.format(Locale.ROOT, "%.4f", probability)));
        line.add(TriageEvidence.of(visit.visit()).name().toLowerCase(Locale.ROOT));
        line.add(String.valueOf(opinion.lowEvidence()));
        line.add(note(visit, opinion));
        return line;
    }

    private static String note(VisitFile.VisitRow visit, TriageSecondOpinion opinion) {
        List<String> notes =
                new ArrayList<>(opinion.notes().stream().map(LocalizedText::en).toList());
        if (!visit.unused().isEmpty()) {
            notes.add("Not used: " + String.join(", ", visit.unused()));
        }
        return String.join("; ", notes);
    }
}
