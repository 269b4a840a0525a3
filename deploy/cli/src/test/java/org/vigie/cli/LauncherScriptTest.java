package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests the script {@code ./vigie} in a small checkout, with a JDK and a Maven that only print how they were started.
 */
class LauncherScriptTest {
    private static final Path SCRIPT = Path.of(System.getProperty("vigie.repository"), "vigie");
    private static final Instant BUILT = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    Path checkout;

    private record ScriptRun(int code, String out, String err) {}

    @BeforeEach
    void makeCheckout() throws IOException {
        for (String folder :
                List.of("schemas", "stream-apps", "model-server", "deploy/cli/target/lib", "grafana", "jdk/bin")) {
            Files.createDirectories(checkout.resolve(folder));
        }
        Files.copy(SCRIPT, checkout.resolve("vigie"));
        write("pom.xml", "<project/>", BUILT.minusSeconds(60));
        program("mvnw", "echo \"maven $*\" >&2");
        program("jdk/bin/java", "echo \"java $*\"");
        program("jdk/bin/javac", "");
        jdkVersion("17.0.15");
    }

    @Test
    void aFreshCheckoutIsBuiltBeforeTheCommandRuns() throws Exception {
        // when
        ScriptRun run = vigie("ledger", "verify");
        // then
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("Building Vigie", "maven -q", "package");
        assertThat(run.out())
                .contains("org.vigie.cli.VigieCommand ledger verify")
                .doesNotContain("maven");
        assertThat(checkout.resolve("deploy/cli/target/built")).exists();
    }

    @Test
    void whatIsNewerThanItsSourcesIsNotBuiltAgain() throws Exception {
        // given
        write("deploy/cli/target/built", "", BUILT);
        write("schemas/src/main/avro/alert.avsc", "{}", BUILT.minusSeconds(1));
        // when
        ScriptRun run = vigie("topics");
        // then
        assertThat(run.err()).doesNotContain("maven");
        assertThat(run.out()).contains("VigieCommand topics");
    }

    @Test
    void aSourceThatIsNewerIsBuilt() throws Exception {
        // given
        write("deploy/cli/target/built", "", BUILT);
        write("schemas/src/main/avro/alert.avsc", "{}", BUILT.plusSeconds(1));
        // when
        ScriptRun run = vigie("topics");
        // then
        assertThat(run.err()).contains("maven -q");
    }

    @Test
    void aTestThatIsNewerIsNotBuilt() throws Exception {
        // given
        write("deploy/cli/target/built", "", BUILT);
        write("schemas/src/test/java/AlertTest.java", "", BUILT.plusSeconds(1));
        write("schemas/target/classes/src/main/Alert.class", "", BUILT.plusSeconds(1));
        // when
        ScriptRun run = vigie("topics");
        // then
        assertThat(run.err()).doesNotContain("maven");
    }

    @Test
    void aBuildThatFailsEndsTheScriptAndIsTriedAgain() throws Exception {
        // given
        program("mvnw", "echo broken >&2; exit 1");
        // when
        ScriptRun run = vigie("topics");
        // then
        assertThat(run.code()).isNotZero();
        assertThat(run.out()).isEmpty();
        assertThat(checkout.resolve("deploy/cli/target/built")).doesNotExist();
    }

    @Test
    void theBuildCommandFailsWhenMavenFails() throws Exception {
        // given
        program("mvnw", "exit 1");
        // when
        ScriptRun run = vigie("build");
        // then
        assertThat(run.code()).isNotZero();
        assertThat(checkout.resolve("deploy/cli/target/built")).doesNotExist();
    }

    @Test
    void anOlderJdkIsRefusedWithWhatToDo() throws Exception {
        // given
        jdkVersion("11.0.2");
        // when
        ScriptRun run = vigie("topics");
        // then
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("needs JDK 17 or newer", "is version 11", "set JAVA_HOME");
    }

    @Test
    void aRuntimeWithoutACompilerIsRefused() throws Exception {
        // given
        Files.delete(checkout.resolve("jdk/bin/javac"));
        // when
        ScriptRun run = vigie("topics");
        // then
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("without a compiler", "not a JRE");
    }

    @Test
    void argumentsReachTheCommandAsTheyWereTyped() throws Exception {
        // given
        program("jdk/bin/java", "printf '<%s>' \"$@\"");
        write("deploy/cli/target/built", "", BUILT);
        // when
        ScriptRun run = vigie("hl7", "read", "two words.hl7");
        // then
        assertThat(run.out()).contains("<hl7><read><two words.hl7>");
    }

    @Test
    void theHeapCanBeSet() throws Exception {
        // given
        write("deploy/cli/target/built", "", BUILT);
        // when
        var script = new ProcessBuilder("./vigie", "demo");
        script.environment().put("VIGIE_HEAP", "2g");
        ScriptRun run = run(script);
        // then
        assertThat(run.out()).contains("-Xmx2g").matches("(?s).*-Xmx768m.*-Xmx2g.*");
    }

    private ScriptRun vigie(String... arguments) throws IOException, InterruptedException {
        return run(new ProcessBuilder(
                Stream.concat(Stream.of("./vigie"), Stream.of(arguments)).toList()));
    }

    private ScriptRun run(ProcessBuilder script) throws IOException, InterruptedException {
        Path out = checkout.resolve("out");
        Path err = checkout.resolve("err");
        script.environment().put("JAVA_HOME", checkout.resolve("jdk").toString());
        script.environment().keySet().removeAll(List.of("VIGIE_JAVA_OPTIONS"));
        Process process = script.directory(checkout.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        return new ScriptRun(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private void jdkVersion(String version) throws IOException {
        Files.writeString(checkout.resolve("jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private void program(String name, String body) throws IOException {
        Path file = checkout.resolve(name);
        Files.write(file, ("#!/usr/bin/env bash\n" + body + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void write(String name, String text, Instant changed) throws IOException {
        Path file = checkout.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(changed));
    }
}
