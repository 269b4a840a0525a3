package org.vigie.training.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vigie.evaluation.ScoreDistribution;
import org.vigie.training.evaluate.ScoreAssociation;
import org.vigie.training.evaluate.SeriesCoverage;

/**
 * Holds the results of an evaluation on a set without outcomes.
 *
 * @param reference spreads on stays of the kind that it was trained on, by the same hours as the associations; empty when none was given
 * @param coverage of this set; {@code referenceCoverage} of the other, empty when none was given
 */
public record UnlabelledReport(
        EvaluationSubject subject,
        double threshold,
        List<ScoreAssociation> associations,
        List<ScoreDistribution> reference,
        List<SeriesCoverage> coverage,
        List<SeriesCoverage> referenceCoverage) {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(EvaluationReport.JSON), MAPPER.writeValueAsString(this) + "\n");
        Files.writeString(folder.resolve(EvaluationReport.HTML), new UnlabelledReportPage(this).html());
    }
}
