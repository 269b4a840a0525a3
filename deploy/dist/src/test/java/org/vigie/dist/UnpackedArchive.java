package org.vigie.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Represents the archive, unpacked into a folder. Its commands run with a {@code java} on the path, beside which there is no compiler.
 *
 * @param home folder of the unpacked archive
 * @param path folder with the only {@code java} that the commands see
 * @param work folder in which the commands run
 */
record UnpackedArchive(Path home, Path path, Path work) {
    /** Unpacks the archive that the build has made. */
    static UnpackedArchive in(Path folder) throws IOException, InterruptedException {
        Path archive = only(Path.of("target").toAbsolutePath(), ".tar");
        Path unpacked = Files.createDirectories(folder.resolve("opt"));
        assertThat(new ProcessBuilder("tar", "-xf", archive.toString(), "-C", unpacked.toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        Path path = Files.createDirectories(folder.resolve("jre/bin"));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Files.createSymbolicLink(path.resolve("java"), java);
        return new UnpackedArchive(only(unpacked, ""), path, Files.createDirectories(folder.resolve("work")));
    }

    private static Path only(Path parent, String ending) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(child -> child.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Starts a command; its output and its errors go to the file {@code NAME.log} of the work folder. */
    Process start(String name, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/vigie").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(work.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", path + ":/usr/bin:/bin");
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true)
                .redirectOutput(work.resolve(name + ".log").toFile())
                .start();
    }

    /** Runs a command to its end and returns what it printed. */
    String run(String... arguments) throws IOException, InterruptedException {
        Process process = start("command", Map.of(), arguments);
        int code = process.waitFor();
        assertThat(code).as(printed("command")).isZero();
        return printed("command");
    }

    String printed(String name) throws IOException {
        return Files.readString(work.resolve(name + ".log"), StandardCharsets.UTF_8);
    }
}
