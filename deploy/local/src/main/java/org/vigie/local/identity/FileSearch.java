package org.vigie.local.identity;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.vigie.local.identity.SearchedPlaces.IdentityPlace;

/** Searches every file below some folders: state, store, checkpoints, logs, archives. */
final class FileSearch {
    private final ByteSearch bytes;
    private final List<IdentityPlace> found = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private long files;

    FileSearch(ByteSearch bytes) {
        this.bytes = bytes;
    }

    /** Searches all files below the folders. */
    SearchedPlaces search(List<Path> folders) throws IOException {
        for (Path folder : folders) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    searchFile(file);
                }
            }
        }
        return new SearchedPlaces("files", files, found, unread);
    }

    private void searchFile(Path file) throws IOException {
        files++;
        if (file.toString().endsWith(".parquet")) {
            searchParquet(file);
            return;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            content(file, in).forEach(identity -> found.add(new IdentityPlace(file.toString(), identity)));
        } catch (NoSuchFileException e) {
            // A running ward deletes segments and checkpoints.
            files--;
        }
    }

    private void searchParquet(Path file) {
        try {
            new ParquetRows(file)
                    .search(bytes)
                    .forEach(identity -> found.add(new IdentityPlace(file.toString(), identity)));
        } catch (SQLException e) {
            unread.add(file + ": is no Parquet file that DuckDB reads");
        }
    }

    private SortedSet<Integer> content(Path file, InputStream in) throws IOException {
        String name = file.toString();
        if (name.endsWith(".gz")) {
            return bytes.search(new GZIPInputStream(in));
        }
        if (name.endsWith(".zip") || name.endsWith(".jar")) {
            return entries(new ZipInputStream(in));
        }
        return name.endsWith(".avro") ? records(in) : bytes.search(in);
    }

    private SortedSet<Integer> entries(ZipInputStream zip) throws IOException {
        SortedSet<Integer> all = new TreeSet<>();
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            all.addAll(bytes.search(zip));
        }
        return all;
    }

    private SortedSet<Integer> records(InputStream in) throws IOException {
        SortedSet<Integer> all = new TreeSet<>();
        try (var records = new DataFileStream<Object>(in, new GenericDatumReader<>())) {
            for (Object record : records) {
                byte[] text = record.toString().getBytes(StandardCharsets.UTF_8);
                bytes.search(text, text.length, all);
            }
        }
        return all;
    }
}
