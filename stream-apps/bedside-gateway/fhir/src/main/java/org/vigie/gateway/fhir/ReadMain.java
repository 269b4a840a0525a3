package org.vigie.gateway.fhir;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.vigie.gateway.codes.CodeMap;
import org.vigie.gateway.codes.JsonLine;
import org.vigie.gateway.codes.SenderClock;

/** {@code ./vigie fhir read [--zone ZONE] FILE...}: what each file would become, as JSON lines. */
public final class ReadMain {
    private static final String USAGE =
            "usage: ./vigie fhir read [--zone ZONE] FILE...   (JSON, XML or ndjson; the zone of times that have none; default "
                    + SenderClock.DEFAULT_ZONE + ")";

    private ReadMain() {}

    public static void main(String[] args) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        int status = run(List.of(args), out, System.err);
        out.flush();
        System.exit(status);
    }

    /** @return 0; 1 when a file cannot be read; 2 when the arguments are wrong */
    static int run(List<String> args, PrintStream out, PrintStream err) {
        boolean hasZone = args.size() > 2 && args.get(1).equals("--zone");
        List<String> files = args.subList(Math.min(args.size(), hasZone ? 3 : 1), args.size());
        if (args.isEmpty()
                || !args.get(0).equals("read")
                || files.isEmpty()
                || files.get(0).startsWith("-")) {
            err.println(USAGE);
            return 2;
        }
        try {
            ZoneId zone = hasZone ? ZoneId.of(args.get(2)) : SenderClock.DEFAULT_ZONE;
            return read(new FhirReader(CodeMap.standard(), zone), files, out, err);
        } catch (DateTimeException e) {
            err.println("--zone: must be a time zone, was '" + args.get(2) + "'");
            return 2;
        }
    }

    private static int read(FhirReader reader, List<String> files, PrintStream out, PrintStream err) {
        int status = 0;
        for (String file : files) {
            try {
                out.println(JsonLine.of(reader.read(file, Files.readAllBytes(Path.of(file)))));
            } catch (IOException e) {
                err.println(file + ": cannot be read: " + e.getMessage());
                status = 1;
            }
        }
        return status;
    }
}
