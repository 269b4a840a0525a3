package org.vigie.local;

/** Holds how much a backup or a restore copied: the answer of both commands. */
record CopiedBackupFiles(int files, long bytes) {
    static CopiedBackupFiles of(BackupManifest manifest) {
        return new CopiedBackupFiles(manifest.files().size(), manifest.bytes());
    }

    /**
     * Returns the answer for a person.
     *
     * @param what what was copied to where
     */
    String text(String what) {
        return files + " files, " + (bytes >> 20) + " MiB: " + what;
    }
}
