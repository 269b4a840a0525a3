package org.vigie.training.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vigie.training.evaluate.Association;
import org.vigie.training.evaluate.Coverage;
import org.vigie.training.evaluate.Spread;

/**
 * What can be told of a model on a set that does not say who died.
 *
 * @param reference spreads on stays of the kind that it was trained on, by the same hours as the associations; empty when none was given
 * @param coverage of this set; {@code referenceCoverage} of the other, empty when none was given
 */
public record UnlabelledReport(
        Subject subject,
        double threshold,
        List<Association> associations,
        List<Spread> reference,
        List<Coverage> coverage,
        List<Coverage> referenceCoverage) {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(Report.JSON), MAPPER.writeValueAsString(this) + "\n");
        Files.writeString(folder.resolve(Report.HTML), new UnlabelledPage(this).html());
    }
}
