/**
 * Turns the bytes of a list into rows of cells, whatever kind of file it is, and knows nothing of
 * what the cells mean. Files are hostile: they are read as a stream, in memory that does not depend
 * on the number of rows; what is too large or broken is refused by its line, and only where reading
 * cannot go on does the whole file fail, with one sentence that says why.
 */
package nl.wolkenkaart.directory.rows;
