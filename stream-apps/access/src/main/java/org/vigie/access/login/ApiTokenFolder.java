package org.vigie.access.login;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists the files of the API tokens, without those that are being written. */
record ApiTokenFolder(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(ApiTokenFolder.class);

    /** Returns when each file was written. */
    Map<Path, FileTime> written() throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ApiTokenFolder::isToken)) {
                for (Path file : files) {
                    times.put(file, written(file));
                }
            }
        }
        return times;
    }

    private static boolean isToken(Path file) {
        return !file.toString().endsWith(".new");
    }

    /** Returns the epoch for a file that goes meanwhile, so that the next request reads again. */
    private static FileTime written(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file);
        } catch (NoSuchFileException e) {
            LOG.debug("{} was deleted meanwhile", file, e);
            return FileTime.fromMillis(0);
        }
    }
}
