package org.quanlian.backup;

import java.nio.file.Path;

/**
 * Where the contents of documents lie. Offered as a service.
 *
 * @param path the folder; a file in it is never changed
 * @param incoming name of the folder in it where uploads lie that are not whole yet
 */
public record DocumentFolder(Path path, String incoming) {}
