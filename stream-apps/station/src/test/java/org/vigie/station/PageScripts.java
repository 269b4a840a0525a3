package org.vigie.station;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Checks the page's scripts with the Node.js that Playwright's driver brings. The TypeScript compiler comes from its webjar. Nothing is installed, and
 * the station itself needs no Node.js.
 */
final class PageScripts {
    private static final Path TESTS = Path.of("src/test/js");
    private static final String COMPILER = "/META-INF/resources/webjars/typescript/5.9.3/lib/";
    private static final String CHART_TYPES = "/META-INF/resources/webjars/uplot/1.6.30/dist/uPlot.d.ts";
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private final Path node = Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
            .driverDir()
            .resolve("node");

    /**
     * Holds how a program of Node.js ended.
     *
     * @param status exit status
     * @param output what it wrote, errors included
     */
    record NodeExit(int status, String output) {}

    /** Compiles all scripts of the page in strict mode, without writing any. */
    NodeExit compile() throws IOException, InterruptedException {
        Path compiler = TARGET.resolve("page-compiler");
        unpackCompiler(compiler);
        Path types = TARGET.resolve("page-types/uplot/uPlot.esm.d.ts");
        Files.createDirectories(types.getParent());
        Files.write(types, read(CHART_TYPES));
        return run(List.of(compiler.resolve("tsc.js").toString(), "-p", "tsconfig.json"));
    }

    /** Runs the unit tests of the page's scripts. */
    NodeExit test() throws IOException, InterruptedException {
        try (Stream<Path> files = Files.list(TESTS)) {
            List<String> tests = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".test.mjs"))
                    .sorted()
                    .toList();
            return run(Stream.concat(Stream.of("--test", "--test-reporter=tap"), tests.stream())
                    .toList());
        }
    }

    private NodeExit run(List<String> arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Stream.concat(Stream.of(node.toString()), arguments.stream())
                        .toList())
                .directory(TESTS.toFile())
                .redirectErrorStream(true)
                .start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new NodeExit(process.waitFor(), text);
        }
    }

    private static void unpackCompiler(Path folder) throws IOException {
        Files.createDirectories(folder);
        String jar =
                resource(COMPILER + "tsc.js").replaceFirst("^jar:file:", "").replaceFirst("!.*$", "");
        try (var zip = new ZipFile(jar)) {
            zip.stream()
                    .filter(entry -> isOfCompiler("/" + entry.getName()))
                    .forEach(entry -> unpack(zip, entry, folder));
        }
    }

    /** The compiler needs its program and the declarations of the language's own libraries. */
    private static boolean isOfCompiler(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        boolean program = file.equals("tsc.js") || file.equals("_tsc.js");
        return name.equals(COMPILER + file) && (program || file.startsWith("lib."));
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path folder) {
        try (InputStream content = zip.getInputStream(entry)) {
            Files.write(folder.resolve(Path.of(entry.getName()).getFileName()), content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(entry.getName(), e);
        }
    }

    private static String resource(String name) {
        return Objects.requireNonNull(PageScripts.class.getResource(name), name).toString();
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream content = Objects.requireNonNull(PageScripts.class.getResourceAsStream(name), name)) {
            return content.readAllBytes();
        }
    }
}
