package org.vigie.gateway.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Searches in a JVM of its own for an input that makes a target throw, hang or run out of memory. It starts from the
 * saved corpus. It writes into one directory: {@code log}, {@code found} (inputs that reached new code) and the failing
 * inputs.
 */
final class JazzerRunner {
    private static final String HEAP = "-Xmx400m";
    private static final String QUICK = "-XX:TieredStopAtLevel=1";
    private static final String OPTIMISED = "-XX:TieredStopAtLevel=4";
    private static final int QUICK_SECONDS = 60;
    /** Far more than a search for a planted fault takes, which ends when it is found. */
    private static final int FIND_SECONDS = 600;

    private static final String MOST_MEGABYTES = "1500";
    private static final String LONGEST_SECONDS = "300";
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Pattern RUNS = Pattern.compile("stat::number_of_executed_units: (\\d+)");

    private final Class<?> target;
    private final Path corpus;
    private final Path directory;

    /**
     * Holds the result of one run.
     *
     * @param exit 0 when nothing was found
     * @param saved how many inputs it started from
     * @param inputs how many were tried, these included
     */
    record FuzzRun(int exit, int saved, long inputs, List<Path> findings) {}

    private JazzerRunner(Class<?> target, Path corpus, Path directory) {
        this.target = target;
        this.corpus = corpus;
        this.directory = directory;
    }

    /** @param target has {@code public static void fuzzerTestOneInput(byte[])} */
    static JazzerRunner of(Class<?> target) throws IOException {
        String name = target.getSimpleName();
        Path directory = Path.of("target", "fuzz", name);
        for (String part : List.of("saved", "found")) {
            Files.createDirectories(directory.resolve(part));
        }
        return new JazzerRunner(target, Path.of("src", "test", "resources", "fuzz", name + ".zip.gz"), directory);
    }

    Path log() {
        return directory.resolve("log");
    }

    FuzzRun run(int seconds) throws IOException, InterruptedException {
        return run(compiler(seconds), seconds);
    }

    /** Searches until a fault is found. */
    FuzzRun find() throws IOException, InterruptedException {
        return run(QUICK, FIND_SECONDS);
    }

    private FuzzRun run(String compiler, int seconds) throws IOException, InterruptedException {
        unpack();
        int exit =
                jazzer(compiler, log(), "-max_total_time=" + seconds, "-print_final_stats=1", at("found"), at("saved"));
        Matcher runs = RUNS.matcher(Files.readString(log(), StandardCharsets.ISO_8859_1));
        long inputs = runs.find() ? Long.parseLong(runs.group(1)) : 0;
        return new FuzzRun(exit, files(directory.resolve("saved")).size(), inputs, findings());
    }

    /** A search of some seconds ends before what the optimising compiler does is of use. */
    private static String compiler(int seconds) {
        return seconds <= QUICK_SECONDS ? QUICK : OPTIMISED;
    }

    /** The saved corpus becomes the fewest inputs that reach all that was reached. */
    void save() throws IOException, InterruptedException {
        Files.createDirectories(directory.resolve("fewest"));
        Path log = directory.resolve("merge.log");
        if (jazzer(OPTIMISED, log, "-merge=1", "-set_cover_merge=1", at("fewest"), at("saved"), at("found")) != 0) {
            throw new IOException("not merged, see " + log);
        }
        pack(files(directory.resolve("fewest")));
    }

    private String at(String part) {
        return directory.resolve(part).toString();
    }

    /** Targets that read files have them in memory, where that is to be had. */
    private int jazzer(String compiler, Path log, String... arguments) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory(Files.isDirectory(MEMORY) ? MEMORY : directory, "vigie-fuzz");
        try {
            return jazzer(compiler, log, scratch, arguments);
        } finally {
            for (Path file : files(scratch)) {
                Files.delete(file);
            }
            Files.delete(scratch);
        }
    }

    private int jazzer(String compiler, Path log, Path scratch, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                compiler,
                "-XX:+UseSerialGC",
                "-XX:MetaspaceSize=160m",
                "-Dfuzz.files=" + scratch,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=org.vigie.**",
                "--custom_hook_includes=org.vigie.**",
                "--reproducer_path=" + directory,
                "-artifact_prefix=" + directory + "/",
                "-rss_limit_mb=" + MOST_MEGABYTES,
                "-timeout=" + LONGEST_SECONDS,
                "-max_len=8192"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
    }

    /** What libFuzzer writes beside its directories: {@code crash-…}, {@code timeout-…}, {@code oom-…}. */
    private List<Path> findings() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(path -> path.getFileName().toString().matches("(crash|timeout|oom|leak)-.*"))
                    .toList();
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.sorted().toList();
        }
    }

    private void unpack() throws IOException {
        if (Files.notExists(corpus)) {
            return;
        }
        try (var zip = new ZipInputStream(new GZIPInputStream(Files.newInputStream(corpus)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.write(directory.resolve("saved").resolve(entry.getName()), zip.readAllBytes());
            }
        }
    }

    /** Compressed as one, since the inputs are much alike. */
    private void pack(List<Path> inputs) throws IOException {
        try (var zip = new ZipOutputStream(new GZIPOutputStream(Files.newOutputStream(corpus)))) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Path input : inputs) {
                ZipEntry entry = new ZipEntry(input.getFileName().toString());
                entry.setTime(0);
                zip.putNextEntry(entry);
                Files.copy(input, zip);
            }
        }
    }
}
