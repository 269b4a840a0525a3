package org.vigie.gateway.hl7;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.gateway.codes.CodeMap;
import org.vigie.gateway.codes.JsonLine;
import org.vigie.gateway.codes.Outcome;
import org.vigie.gateway.codes.SenderClock;

/** {@code ./vigie hl7 read [--zone ZONE] FILE...}: one JSON line per message: what it becomes, what is left out and why. */
public final class ReadMain {
    private static final String USAGE =
            "usage: ./vigie hl7 read [--zone ZONE] FILE...   (the zone of times that have none; default "
                    + SenderClock.DEFAULT_ZONE + ")";

    private ReadMain() {}

    public static void main(String[] args) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        int status = run(args, out, System.err);
        out.flush();
        System.exit(status);
    }

    /** @return 0; 1 when a file cannot be read; 2 when the arguments are wrong */
    static int run(String[] args, PrintStream out, PrintStream err) {
        List<String> files = new ArrayList<>(Arrays.asList(args));
        if (!files.isEmpty() && files.get(0).equals("read")) {
            files.remove(0);
        }
        ZoneId zone = SenderClock.DEFAULT_ZONE;
        if (files.size() > 1 && files.get(0).equals("--zone")) {
            try {
                zone = ZoneId.of(files.get(1));
            } catch (DateTimeException e) {
                err.println("--zone: must be a time zone, was '" + files.get(1) + "'");
                return 2;
            }
            files.subList(0, 2).clear();
        }
        if (files.isEmpty() || files.get(0).startsWith("-")) {
            err.println(USAGE);
            return 2;
        }
        var reader = new Hl7Reader(CodeMap.standard(), SenderRules.in(zone));
        int status = 0;
        for (String file : files) {
            status = Math.max(status, read(reader, file, out, err));
        }
        return status;
    }

    private static int read(Hl7Reader reader, String file, PrintStream out, PrintStream err) {
        try {
            for (byte[] message : MessageFile.split(Files.readAllBytes(Path.of(file)))) {
                Outcome outcome = reader.read(file, message);
                out.println(JsonLine.of(outcome));
            }
            return 0;
        } catch (IOException e) {
            err.println(file + ": cannot be read: " + e.getMessage());
            return 1;
        }
    }
}
