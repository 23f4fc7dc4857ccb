package org.quanlian.vouchers.papers;

/** As what a paper is given out. */
public enum PaperFormat {
    /** Fixed pages, for print. */
    PDF("application/pdf", "pdf"),
    /** A spreadsheet (Office Open XML), for reckoning on. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String mediaType;
    private final String extension;

    PaperFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** The media type by which it is served. */
    public String mediaType() {
        return mediaType;
    }

    /** How the names of such files end. */
    public String extension() {
        return extension;
    }
}
