package org.vigie.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names the classes that the processes of a cluster run: those of this build or of an earlier one.
 *
 * @param classPath absolute paths, separated as the system separates them
 * @param flinkJob the job with its libraries
 * @param isEarlier whether it may lack keys of the configuration that this build has
 */
public record VigieBuild(String classPath, Path flinkJob, boolean isEarlier) {
    private static final String FLINK_JOB = "deploy/flink-job/target/risk-flink-job.jar";
    private static final String COMMANDS = "deploy/cli/target";

    /**
     * Returns the build that this process runs.
     *
     * @param repository folder of Vigie
     */
    public static VigieBuild ofThisProcess(Path repository) {
        return new VigieBuild(absolute(System.getProperty("java.class.path")), job(repository), false);
    }

    /**
     * Returns the build in another folder of Vigie, such as a worktree of the last release.
     *
     * @throws IllegalArgumentException when nothing is built there
     */
    public static VigieBuild in(Path repository) {
        Path built = repository.resolve(COMMANDS).toAbsolutePath().normalize();
        try (Stream<Path> files = Files.list(built)) {
            Path jar = files.filter(file -> file.getFileName().toString().matches("vigie-cli-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> notBuilt(repository));
            return new VigieBuild(jar + File.pathSeparator + built.resolve("lib") + "/*", job(repository), true);
        } catch (IOException e) {
            throw new UncheckedIOException(notBuilt(repository).getMessage(), e);
        }
    }

    private static IllegalArgumentException notBuilt(Path repository) {
        return new IllegalArgumentException(
                "--from: " + repository + " holds no build of Vigie; run ./vigie build in that folder");
    }

    private static Path job(Path repository) {
        return repository.resolve(FLINK_JOB).toAbsolutePath().normalize();
    }

    private static String absolute(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
