"""The window put together: which pages an open file has, the start page, and the program itself."""
