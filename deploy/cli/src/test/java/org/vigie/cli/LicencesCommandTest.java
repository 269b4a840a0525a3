package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.command.CommandRunner;
import picocli.CommandLine;

class LicencesCommandTest {
    private static final String KNOWN = """
            {"group": "com.fasterxml.jackson.core", "name": "jackson-core", "version": "2.20.0",
             "licenses": [{"license": {"id": "Apache-2.0"}}]}""";
    private static final String CHOICE = """
            {"group": "org.eclipse", "name": "angus", "version": "2.0.5",
             "licenses": [{"license": {"id": "GPL-2.0-only"}}, {"license": {"id": "EPL-2.0"}}]}""";
    private static final String OWN = """
            {"group": "org.vigie", "name": "vigie-cli", "version": "0.1.0"}""";

    @TempDir
    Path folder;

    private final StringWriter printed = new StringWriter();

    @Test
    void librariesWithAcceptedLicencesPassAndVigiesOwnModulesAreLeftOut() throws IOException {
        // when
        int status = check(KNOWN, CHOICE, OWN);

        // then
        assertThat(status).isEqualTo(CommandRunner.DONE);
        assertThat(printed.toString()).startsWith("2 libraries, 0 with a licence that is not accepted");
        assertThat(folder.resolve("licences.csv"))
                .content()
                .contains("com.fasterxml.jackson.core:jackson-core:2.20.0,Apache-2.0,true")
                .contains("org.eclipse:angus:2.0.5,GPL-2.0-only or EPL-2.0,true");
    }

    @Test
    void aLibraryWithAnUnknownLicenceIsNamedAndEndsWithOne() throws IOException {
        // given
        String unknown = """
                {"group": "com.example", "name": "closed", "version": "1.0",
                 "licenses": [{"license": {"name": "Commercial"}}]}""";

        // when
        int status = check(KNOWN, unknown);

        // then
        assertThat(status).isEqualTo(CommandRunner.NO);
        assertThat(printed.toString())
                .contains("2 libraries, 1 with a licence that is not accepted")
                .contains("com.example:closed:1.0,Commercial,false");
    }

    @Test
    void aLibraryThatNamesNoLicenceIsNotAccepted() throws IOException {
        // when
        int status = check("""
                {"group": "com.example", "name": "silent", "version": "1.0"}""");

        // then
        assertThat(status).isEqualTo(CommandRunner.NO);
        assertThat(printed.toString()).contains("com.example:silent:1.0,,false");
    }

    private int check(String... components) throws IOException {
        Path sbom = Files.writeString(
                folder.resolve("bom.json"), "{\"components\": [" + String.join(",", components) + "]}");
        return new CommandLine(new LicencesCommand())
                .setOut(new PrintWriter(printed))
                .execute(
                        "--sbom",
                        sbom.toString(),
                        "--report",
                        folder.resolve("licences.csv").toString());
    }
}
