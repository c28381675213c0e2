"""What the browser's worker adds to the library: questions in, routes and pixels out."""
