package org.vigie.platform.command;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Explains why a command failed. Java says of a file that cannot be opened only its path; this text names the path once and says what is
 * wrong with it.
 */
record FailureText(Throwable problem) {
    @Override
    public String toString() {
        String message = message();
        return files().flatMap(file -> reason(file).map(reason -> explained(message, file.getFile(), reason)).stream())
                .findFirst()
                .orElse(message);
    }

    private String message() {
        String message = problem.getMessage();
        if (message == null) {
            return problem.getClass().getSimpleName();
        }
        Throwable cause = problem.getCause();
        return cause != null && message.equals(cause.toString()) ? new FailureText(cause).message() : message;
    }

    /** Returns the failures of files among the causes that say no more than the path. */
    private Stream<FileSystemException> files() {
        return Stream.iterate(problem, Objects::nonNull, Throwable::getCause)
                .filter(FileSystemException.class::isInstance)
                .map(FileSystemException.class::cast)
                .filter(file -> file.getFile() != null && file.getFile().equals(file.getMessage()));
    }

    private static Optional<String> reason(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return Optional.of("there is no such file or directory");
        } else if (failure instanceof AccessDeniedException) {
            return Optional.of("this account may not open it");
        } else if (failure instanceof NotDirectoryException) {
            return Optional.of("is no folder");
        }
        return failure instanceof FileAlreadyExistsException ? Optional.of("exists already") : Optional.empty();
    }

    private static String explained(String message, String path, String reason) {
        String end = ": " + path;
        String before = message.endsWith(end) ? message.substring(0, message.length() - end.length()) : "";
        String named = names(before, path) ? before : message;
        return named + (names(named, path) ? "" : end) + ": " + reason;
    }

    /** Returns whether a text names a path. A path without a dot and a separator may be a word of the sentence, unless a colon ends it. */
    private static boolean names(String text, String path) {
        String quoted = Pattern.quote(path);
        String named = path.matches("[^./\\\\]+")
                ? "(^|: |')" + quoted + "(:|'|$)"
                : "(?<![\\p{L}\\p{N}_./\\\\-])" + quoted + "(?![.]?[\\p{L}\\p{N}_/\\\\-])";
        return Pattern.compile(named).matcher(text).find();
    }
}
