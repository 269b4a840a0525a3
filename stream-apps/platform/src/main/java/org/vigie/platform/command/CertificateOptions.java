package org.vigie.platform.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Adds {@code --certificate} and {@code --json} to a command that proves something about patients. */
public final class CertificateOptions {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "File for what was done and found, as JSON without the identities themselves.")
    Optional<Path> file = Optional.empty();

    @Option(names = "--json", description = "Prints the certificate as JSON.")
    boolean json;

    /**
     * Writes the certificate to its file, where one is named, and prints it.
     *
     * @param certificate as JSON
     * @param text the same for people
     * @throws IOException when the file cannot be written
     */
    public void write(PrintWriter out, Map<String, ?> certificate, String text) throws IOException {
        String written = toJson(certificate);
        if (file.isPresent()) {
            Files.writeString(file.get(), written + "\n");
        }
        out.println(json ? written : text);
    }

    private static String toJson(Map<String, ?> certificate) throws JsonProcessingException {
        return JSON.writeValueAsString(certificate);
    }
}
