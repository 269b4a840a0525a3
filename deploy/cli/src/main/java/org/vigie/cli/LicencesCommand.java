package org.vigie.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vigie.platform.command.CommandRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reports the licences of a release and refuses unknown ones: {@code ./vigie licences}. */
@Command(
        name = "licences",
        description = {
            "Lists the licence of each library in a software bill of materials (CycloneDX).",
            "Ends with exit code 1 when a licence is not on the list of accepted ones (docs/security.md)."
        })
final class LicencesCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    CommandSpec spec;

    @Option(names = "--sbom", required = true, paramLabel = "FILE", description = "The bill of materials, as JSON.")
    Path sbom = Path.of("");

    @Option(names = "--report", paramLabel = "FILE", description = "File for the report, as CSV.")
    Optional<Path> report = Optional.empty();

    @Option(names = "--json", description = "Prints the report as JSON.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        JsonNode bill = JSON.readTree(sbom.toFile());
        List<LibraryLicence> all = new LicenceReport(AcceptedLicences.read()).of(bill);
        if (report.isPresent()) {
            Files.writeString(report.get(), csv(all));
        }
        spec.commandLine().getOut().println(json ? JSON.writeValueAsString(all) : text(all));
        return all.stream().allMatch(LibraryLicence::accepted) ? CommandRunner.DONE : CommandRunner.NO;
    }

    private static String csv(List<LibraryLicence> all) {
        return all.stream()
                .map(LibraryLicence::line)
                .collect(Collectors.joining("\n", "library,licence,accepted\n", "\n"));
    }

    private static String text(List<LibraryLicence> all) {
        List<LibraryLicence> unknown =
                all.stream().filter(library -> !library.accepted()).toList();
        return all.size() + " libraries, " + unknown.size() + " with a licence that is not accepted"
                + unknown.stream().map(library -> "\n  " + library.line()).collect(Collectors.joining());
    }
}
