"""Each *.story beside this file is a test."""
import glob
import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]
from run_stories import Story


class Stories(unittest.TestCase):
    def test_every_story(self):
        paths = sorted(glob.glob(os.path.join(HERE, "*.story")))
        self.assertTrue(paths)
        for path in paths:
            with self.subTest(os.path.basename(path)):
                self.assertEqual(Story(path).run(), [])
