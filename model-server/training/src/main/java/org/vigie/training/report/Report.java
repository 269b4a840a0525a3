package org.vigie.training.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.training.evaluate.Course;
import org.vigie.training.evaluate.Curve;
import org.vigie.training.evaluate.Disturbed;
import org.vigie.training.evaluate.Judgement;
import org.vigie.training.evaluate.Judgement.OfGroup;
import org.vigie.training.explain.Case;

/**
 * {@code report.json} and {@code report.html}. A number that is not finite is a string there: {@code "Infinity"}.
 *
 * @param folds of a cross-validation, with the most hours seen; else empty
 * @param courses by hours seen
 * @param falseAlarms with the most hours seen, the worst first; so are the misses
 * @param robustness with the most hours seen
 */
public record Report(
        Subject subject,
        Judgement judgement,
        List<OfGroup> folds,
        Map<Integer, Course> courses,
        List<Case> falseAlarms,
        List<Case> misses,
        List<Disturbed> robustness) {
    /** The file for machines. */
    public static final String JSON = "report.json";
    /** The file for people. */
    public static final String HTML = "report.html";

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public Report {
        folds = List.copyOf(folds);
        courses = new TreeMap<>(courses);
        falseAlarms = List.copyOf(falseAlarms);
        misses = List.copyOf(misses);
        robustness = List.copyOf(robustness);
    }

    /** Of probabilities alone. */
    public Report(Subject subject, Judgement judgement) {
        this(subject, judgement, List.of());
    }

    /** Of a cross-validation. */
    public Report(Subject subject, Judgement judgement, List<OfGroup> folds) {
        this(subject, judgement, folds, Map.of(), List.of(), List.of(), List.of());
    }

    /** @param curve with the most hours seen */
    public void write(Path folder, Curve curve) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(JSON), MAPPER.writeValueAsString(this) + "\n");
        Files.writeString(folder.resolve(HTML), new ReportPage(this, curve).html());
    }
}
