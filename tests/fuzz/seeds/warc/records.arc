filedesc://x.arc 0.0.0.0 20240309100000 text/plain 10
1 0 echo


http://e.example/1 127.0.0.1 20240309100000 text/html 177
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><h1>Bridge closed</h1><p>The town closed its old bridge on Monday after engineers found cracks in it.</p></html>
