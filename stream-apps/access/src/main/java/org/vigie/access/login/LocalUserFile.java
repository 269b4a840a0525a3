package org.vigie.access.login;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.access.AccessRole;

/**
 * Reads the file of the users who share a screen, and reads it again when it was written. Without a file it makes one nurse, one charge
 * nurse, one physician and one wall screen, each with a random PIN.
 *
 * <p>A file that is broken after the start leaves the users as they were, because a screen without a user shows no alarm.
 */
final class LocalUserFile {
    private static final Logger LOG = LoggerFactory.getLogger(LocalUserFile.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration NEXT_TRY = Duration.ofSeconds(1);

    private final Path file;
    private FileStamp read;
    private @Nullable FileStamp unreadable;
    private long triedAtNanos;
    private List<LocalUser> users;

    /** @throws IllegalArgumentException when the file holds something else, with the user and what was expected */
    LocalUserFile(Path file) {
        this.file = file;
        var kept = new PrivateFile(file);
        if (kept.read().isEmpty()) {
            kept.write(text(created()));
        }
        this.read = FileStamp.of(file);
        this.users = parse();
    }

    /** Returns the users that the file holds now. One that cannot be read is tried again each second. */
    synchronized List<LocalUser> users() {
        FileStamp now = FileStamp.of(file);
        boolean failedJustNow = now.equals(unreadable) && System.nanoTime() - triedAtNanos < NEXT_TRY.toNanos();
        if (!now.equals(read) && !failedJustNow) {
            readAgain(now);
        }
        return users;
    }

    /** Somebody edits this file by hand, so that each fault of it is logged, once, and none reaches a request. */
    private void readAgain(FileStamp now) {
        try {
            users = parse();
            read = now;
            unreadable = null;
            LOG.info("{} was read again; it holds {} users", file, users.size());
        } catch (RuntimeException e) {
            if (!now.equals(unreadable)) {
                LOG.error("USERS_UNREADABLE: {} cannot be used; the users stay as they were", file, e);
            }
            unreadable = now;
            triedAtNanos = System.nanoTime();
        }
    }

    private List<LocalUser> parse() {
        String text = new PrivateFile(file)
                .read()
                .orElseThrow(() -> new IllegalArgumentException(file + ": must hold the users, but there is no file"));
        try {
            List<LocalUser> parsed = List.of(JSON.readValue(text, LocalUser[].class));
            parsed.forEach(LocalUser::principal);
            return parsed;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    file + ": must hold a JSON list of users with name, role, units and pin; line "
                            + e.getLocation().getLineNr());
        }
    }

    private static List<LocalUser> created() {
        return List.of(
                LocalUser.create("IDE", AccessRole.NURSE),
                LocalUser.create("CADRE", AccessRole.CHARGE_NURSE),
                LocalUser.create("MED", AccessRole.PHYSICIAN),
                LocalUser.create("ECRAN", AccessRole.WALL_SCREEN));
    }

    private static String text(List<LocalUser> users) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(users) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("users cannot be written as JSON", e);
        }
    }
}
