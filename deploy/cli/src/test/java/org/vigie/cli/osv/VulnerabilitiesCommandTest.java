package org.vigie.cli.osv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.platform.command.CommandRunner;

/** Compares bills of materials with advisories that were made up for this test, in OSV's form. */
class VulnerabilitiesCommandTest {
    private static final String PARSER = """
            {"id": "GHSA-aaaa", "aliases": ["CVE-2026-1"], "modified": "2026-11-20T00:00:00Z", "summary": "A parser runs code",
             "affected": [{"package": {"ecosystem": "Maven", "name": "org.example:parser"},
               "ranges": [{"type": "ECOSYSTEM", "events": [
                 {"introduced": "0"}, {"fixed": "1.9"}, {"introduced": "2.0-alpha-1"}, {"fixed": "2.10.1"}]}]}]}""";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path list;

    @BeforeEach
    void makeTheList() throws IOException {
        list = Files.createDirectory(folder.resolve("list"));
        Files.writeString(list.resolve("GHSA-aaaa.json"), PARSER);
    }

    @ParameterizedTest
    @CsvSource({
        "1.8,true",
        "1.9-rc1,true", // a candidate comes before its release
        "1.9,false",
        "1.9.0.Final,false", // the same version as 1.9 for Maven
        "1.9.1,false",
        "2.0-alpha-1,true",
        "2.0-alpha-2,true",
        "2.0-SNAPSHOT,true",
        "2.9,true",
        "2.10,true", // as text it would come before 2.9
        "2.10.1,false",
        "2.11,false"
    })
    void aVersionIsComparedInMavensOrder(String version, boolean isVulnerable) throws IOException {
        // when
        int status = check(maven("org.example/parser@" + version + "?type=jar"));

        // then
        assertThat(status).as(out.toString()).isEqualTo(isVulnerable ? CommandRunner.NO : CommandRunner.DONE);
    }

    @Test
    void aVulnerableLibraryIsNamedWithItsAdvisoryAndItsFix() throws IOException {
        // when
        check(maven("org.example/parser@2.3?type=jar"), maven("org.example/other@2.3"));

        // then
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                        2 libraries compared with 1 advisories for Maven, the newest of 2026-11-20T00:00:00Z: 1 found
                          org.example:parser:2.3 GHSA-aaaa (CVE-2026-1): A parser runs code; fixed in 1.9, 2.10.1
                        """);
    }

    @ParameterizedTest
    @CsvSource({"1.0,true", "1.4,true", "1.5,false"})
    void theLastAffectedVersionIsVulnerable(String version, boolean isVulnerable) throws IOException {
        // given
        Files.writeString(list.resolve("GHSA-bbbb.json"), """
                {"id": "GHSA-bbbb", "affected": [{"package": {"ecosystem": "Maven", "name": "org.example:last"},
                  "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "1.0"}, {"last_affected": "1.4"}]}]}]}""");

        // then
        assertThat(check(maven("org.example/last@" + version)))
                .isEqualTo(isVulnerable ? CommandRunner.NO : CommandRunner.DONE);
    }

    @Test
    void aListedVersionAndAnAdvisoryWithoutVersionsCountAndAWithdrawnOneDoesNot() throws IOException {
        // given
        Files.writeString(list.resolve("1.json"), advisory("listed", "\"versions\": [\"1.0\"]", ""));
        Files.writeString(list.resolve("2.json"), advisory("unbounded", "\"ranges\": [{\"type\": \"GIT\"}]", ""));
        Files.writeString(
                list.resolve("3.json"), advisory("withdrawn", "\"versions\": [\"1.0\"]", "\"withdrawn\": \"2026\","));

        // when
        check(
                maven("org.example/listed@1.0"),
                maven("org.example/listed@1.1"),
                maven("org.example/unbounded@7"),
                maven("org.example/withdrawn@1.0"));

        // then
        assertThat(out.toString())
                .contains("4 libraries compared with 3 advisories", ": 2 found")
                .contains("org.example:listed:1.0", "org.example:unbounded:7")
                .contains("no fixed version is named");
    }

    @Test
    void theListIsReadFromTheZipThatOsvOffers() throws IOException {
        // given
        Path zip = folder.resolve("all.zip");
        try (var entries = new ZipOutputStream(Files.newOutputStream(zip))) {
            entries.putNextEntry(new ZipEntry("GHSA-aaaa.json"));
            entries.write(PARSER.getBytes(StandardCharsets.UTF_8));
        }
        list = zip;

        // then
        assertThat(check(maven("org.example/parser@2.3"))).isEqualTo(CommandRunner.NO);
    }

    @Test
    void aComponentThatIsNoLibraryOfMavenIsNamedAndOwnModulesAreLeftOut() throws IOException {
        // when
        int status = check(maven("org.vigie/vigie-cli@0.1.0"), "{\"purl\": \"pkg:npm/uplot@1.6\"}");

        // then
        assertThat(status).isEqualTo(CommandRunner.NO);
        assertThat(out.toString())
                .startsWith("0 libraries compared")
                .contains("not compared")
                .contains("pkg:npm/uplot@1.6");
    }

    @Test
    void aListWithoutAdvisoriesIsRefusedInsteadOfFindingNothing() throws IOException {
        // given
        list = Files.createDirectory(folder.resolve("empty"));

        // then
        assertThat(check(maven("org.example/parser@2.3"))).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString()).contains("--list: must hold advisories for Maven in OSV's form, was " + list);
    }

    @Test
    void aMissingListAndABillWithoutComponentsAreRefused() throws IOException {
        // given
        list = folder.resolve("none.zip");

        // then
        assertThat(check(maven("org.example/parser@2.3"))).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString()).contains("none.zip: there is no such file");
        assertThat(check()).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString()).contains("--sbom: must be a bill of materials of CycloneDX");
    }

    private static String advisory(String library, String versions, String more) {
        return "{%s \"id\": \"GHSA-%s\", \"affected\": [{\"package\": {\"ecosystem\": \"Maven\", \"name\": \"org.example:%s\"}, %s}]}"
                .formatted(more, library, library, versions);
    }

    private static String maven(String purl) {
        return "{\"purl\": \"pkg:maven/" + purl + "\"}";
    }

    private int check(String... components) throws IOException {
        Path sbom = Files.writeString(
                folder.resolve("bom.json"), "{\"components\": [" + String.join(",", components) + "]}");
        return CommandRunner.of(new VulnerabilitiesCommand(), new PrintWriter(out, true), new PrintWriter(err, true))
                .execute("--sbom", sbom.toString(), "--list", list.toString());
    }
}
