package org.vigie.training.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.training.evaluate.Curve;
import org.vigie.training.evaluate.Judgement;

/** {@code report.json} and {@code report.html}. A number that is not finite is a string there: {@code "Infinity"}. */
public record Report(Subject subject, Judgement judgement) {
    /** The file for machines. */
    public static final String JSON = "report.json";
    /** The file for people. */
    public static final String HTML = "report.html";

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** @param curve with the most hours seen */
    public void write(Path folder, Curve curve) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(JSON), MAPPER.writeValueAsString(this) + "\n");
        Files.writeString(folder.resolve(HTML), new ReportPage(subject, judgement, curve).html());
    }
}
